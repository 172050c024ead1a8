package org.regards.letter;

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
 */
public record LetterRequest(
    LetterType type,
    @Nullable CaseId caseId,
    @Nullable LetterChannel channel,
    @Nullable LetterLanguage language,
    @Nullable StaffId signatory,
    Map<String, String> inputs) {
  public LetterRequest {
    inputs = Map.copyOf(inputs);
  }

  /** A letter for which everything is chosen from the history. */
  public static LetterRequest of(LetterType type) {
    return new LetterRequest(type, null, null, null, null, Map.of());
  }
}
