package org.regards.pdf;

import java.util.List;
import java.util.Optional;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.postal.IntelligentMail;
import org.regards.postal.KixAddress;
import org.regards.postal.Rectangle;

/**
 * The barcode that a post sorts by, as it stands with an address.
 *
 * @param above whether it stands over the address, as in the United States, or under it
 * @param alt in the language of the letter
 */
record RoutingBarcode(PostalBars bars, boolean above, String alt) {
  private static final String UNITED_STATES = "US";
  private static final String NETHERLANDS = "NL";

  /**
   * The barcode for an address, where the sender wants one and the post of sender and recipient is
   * the one that reads it.
   *
   * @param refusals gets why there is none although it is wanted
   */
  static Optional<RoutingBarcode> of(
      PostalAddress address,
      Stationery stationery,
      MailCodes codes,
      LetterLanguage language,
      List<PrintRefusal> refusals) {
    if (codes.serial() == 0 || !address.country().equals(stationery.country())) {
      return Optional.empty();
    }
    IntelligentMail intelligentMail = stationery.codes().intelligentMail();
    if (intelligentMail != null && address.country().equals(UNITED_STATES)) {
      return intelligentMail(address, intelligentMail, codes.serial(), language, refusals);
    }
    return stationery.codes().kix() && address.country().equals(NETHERLANDS)
        ? kix(address, language, refusals)
        : Optional.empty();
  }

  private static Optional<RoutingBarcode> intelligentMail(
      PostalAddress address,
      IntelligentMail intelligentMail,
      long serial,
      LetterLanguage language,
      List<PrintRefusal> refusals) {
    Optional<String> routing = IntelligentMail.routing(address.postalCode());
    if (routing.isEmpty()) {
      refusals.add(
          new PrintRefusal.NoBarcode(
              "the Intelligent Mail barcode",
              "the postal code is no ZIP Code of 5 digits, 9 (12345-6789) or 11 (12345-6789-01)"));
    }
    return routing.map(
        digits ->
            new RoutingBarcode(
                PostalBars.intelligentMail(intelligentMail.tracking(serial), digits),
                true,
                CodeWords.in(language).intelligentMail()));
  }

  private static Optional<RoutingBarcode> kix(
      PostalAddress address, LetterLanguage language, List<PrintRefusal> refusals) {
    Optional<String> text = KixAddress.of(address);
    if (text.isEmpty()) {
      refusals.add(
          new PrintRefusal.NoBarcode(
              "the KIX barcode",
              "it needs a postal code such as 1012 AB, and a street that ends in a house number"));
    }
    return text.map(
        content ->
            new RoutingBarcode(PostalBars.kix(content), false, CodeWords.in(language).kix()));
  }

  /** What it takes from the height of an address, in millimetres, with the white towards it. */
  float height() {
    return bars.height() + bars.clearAbove();
  }

  /** With what must stay white on its right: on its left is the edge of the window. */
  float width() {
    return bars.width() + bars.clearBeside();
  }

  /**
   * What is left of a window for the lines of the address.
   *
   * @param room of the window
   * @param kept how far the room is from the edges of the window already, in millimetres
   */
  Rectangle besides(Rectangle room, float kept) {
    float taken = height() + Math.max(0, bars.clearAbove() - kept);
    return above
        ? Rectangle.between(room.x(), room.y() + taken, room.right(), room.bottom())
        : Rectangle.between(room.x(), room.y(), room.right(), room.bottom() - taken);
  }

  /**
   * Drawn over or under the lines of an address.
   *
   * @param top of the lines, in millimetres
   * @param bottom of the lines, in millimetres
   */
  Mark.Drawing at(float x, float top, float bottom, Tag document) {
    float y = above ? top - height() : bottom + bars.clearAbove();
    return bars.at(x, y, document, alt);
  }
}
