package org.regards.letter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.history.CaseId;
import org.regards.language.LetterLanguage;

/**
 * Which letter to write. What is null is chosen from the history.
 *
 * @param caseId the case it is about
 * @param channel by which it shall leave
 * @param language to write in, instead of the customer's
 * @param signatory who signs
 * @param inputs what the author gives, by the name the template asks for it
 * @param files that go with it, when it goes by email
 * @param asPdf whether the letter itself goes with it as a PDF, when it goes by email
 */
public record LetterRequest(
    LetterType type,
    @Nullable CaseId caseId,
    @Nullable LetterChannel channel,
    @Nullable LetterLanguage language,
    @Nullable StaffId signatory,
    Map<String, String> inputs,
    List<FileToAttach> files,
    boolean asPdf) {
  public LetterRequest {
    inputs = Map.copyOf(inputs);
    files = List.copyOf(files);
  }

  /** A letter with which nothing goes. */
  public LetterRequest(
      LetterType type,
      @Nullable CaseId caseId,
      @Nullable LetterChannel channel,
      @Nullable LetterLanguage language,
      @Nullable StaffId signatory,
      Map<String, String> inputs) {
    this(type, caseId, channel, language, signatory, inputs, List.of(), false);
  }

  /** The letter with what is to go with it. Nothing goes with paper. */
  Letter withItsFiles(Letter letter) {
    if ((files.isEmpty() && !asPdf) || letter.head().channel() != LetterChannel.EMAIL) {
      return letter;
    }
    Attachments attachments =
        new Attachments(asPdf, files.stream().map(FileToAttach::file).toList());
    return new Letter(letter.head().with(attachments), letter.subject(), letter.parts());
  }

  /** A letter for which everything is chosen from the history. */
  public static LetterRequest of(LetterType type) {
    return new LetterRequest(type, null, null, null, null, Map.of());
  }
}
