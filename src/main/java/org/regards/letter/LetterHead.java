package org.regards.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseId;
import org.regards.language.LetterLanguage;

/**
 * What a letter carries beside its words.
 *
 * @param caseId the case it is about, or null
 * @param date the day printed on it
 * @param attachments by email only
 */
public record LetterHead(
    LetterType type,
    LetterLanguage language,
    LetterChannel channel,
    @Nullable CaseId caseId,
    LocalDate date,
    Recipient recipient,
    Signatory signatory,
    Attachments attachments) {
  /** Without attachments. */
  public LetterHead(
      LetterType type,
      LetterLanguage language,
      LetterChannel channel,
      @Nullable CaseId caseId,
      LocalDate date,
      Recipient recipient,
      Signatory signatory) {
    this(type, language, channel, caseId, date, recipient, signatory, Attachments.NONE);
  }

  /** With others in the place of these. */
  LetterHead with(Attachments others) {
    return new LetterHead(type, language, channel, caseId, date, recipient, signatory, others);
  }
}
