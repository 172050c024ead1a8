package org.regards.pdf;

import java.util.Optional;
import org.regards.letter.LetterType;
import org.regards.pdf.PrintRefusal.NotOnCard;
import org.regards.pdf.PrintRefusal.NotOnPostcard;

/** Which letters go on which cards. */
final class CardRules {
  private CardRules() {}

  static Optional<PrintRefusal> refusal(LetterType type, CardFormat format) {
    if (type == LetterType.THANK_YOU) {
      return Optional.empty();
    }
    if (format == CardFormat.POSTCARD) {
      return Optional.of(new NotOnPostcard(type));
    }
    return type.isCard() ? Optional.empty() : Optional.of(new NotOnCard(type));
  }
}
