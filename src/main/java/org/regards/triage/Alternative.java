package org.regards.triage;

import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.playbook.LetterKind;

/**
 * Something that can be done for a customer instead of all that is asked.
 *
 * @param value what it is worth, or null where it is no amount
 * @param limit the most that the policy behind it gives, or null where it is no amount
 * @param because what it rests on, and why it stands where it does among the others
 * @param letter in which it is offered
 * @param give what the author says to offer it, an option of {@code regards compose}; empty where
 *     the letter works it out
 */
public record Alternative(
    Way way,
    @Nullable Money value,
    @Nullable Money limit,
    String because,
    LetterKind letter,
    String give) {

  /** How somebody is met, the best for the customer first. */
  public enum Way {
    CREDIT("a credit"),
    REFUND("money back"),
    DISCOUNT("a discount on the next order"),
    /** The thing itself once more, or mended. */
    AGAIN("the thing again, or mended"),
    HALFWAY("half of what was asked"),
    LATER_DISCOUNT("a discount on a later order, as goodwill"),
    ELSEWHERE("somebody who serves them better");

    private final String words;

    Way(String words) {
      this.words = words;
    }

    /** In a few words. */
    public String words() {
      return words;
    }

    /** The word for scripts, for example {@code later-discount}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
