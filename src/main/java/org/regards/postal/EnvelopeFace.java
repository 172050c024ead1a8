package org.regards.postal;

/**
 * What goes where on the face of an envelope, in millimetres from its top left corner, for the
 * sorting machines of the post that it is handed to.
 *
 * @param sender where the sender's address stands, at its top left
 * @param address where all of the recipient's address must be, and nothing else may
 * @param addressX where its lines begin unless one of them is too long for that
 */
public record EnvelopeFace(Rectangle sender, Rectangle address, float addressX) {
  private static final float INCH = 25.4f;
  private static final float SENDER_LEFT = 10;
  private static final float SENDER_TOP = 9;

  /** The top right corner belongs to the stamp; not checked against the posts' own papers. */
  private static final float STAMP_WIDTH = 74;

  private static final float STAMP_HEIGHT = 40;
  private static final float AMERICAN_STAMP_WIDTH = 50;
  private static final float HIGHEST_AMERICAN_LETTER = 6.125f * INCH;

  /**
   * The face of an envelope that is posted in a country.
   *
   * @param country of the post, ISO 3166-1 alpha-2, or empty when unknown
   */
  public static EnvelopeFace of(Envelope envelope, String country) {
    return country.equals("US") || country.equals("PR")
        ? american(envelope)
        : other(envelope, country);
  }

  /**
   * The read area of the optical character readers (Domestic Mail Manual 202, 2.1): half an inch
   * from left and right, from 5/8 in to 2 3/4 in above the bottom. Below it is the zone that the
   * Postal Service prints its own barcode into. What is higher than a letter may be is a flat, with
   * its address in the upper half.
   */
  private static EnvelopeFace american(Envelope envelope) {
    float width = envelope.width();
    float height = envelope.height();
    if (height > HIGHEST_AMERICAN_LETTER) {
      Rectangle upperHalf = Rectangle.between(INCH / 2, 35, width - INCH / 2, height / 2);
      return new EnvelopeFace(
          sender(width - AMERICAN_STAMP_WIDTH, upperHalf), upperHalf, 0.42f * width);
    }
    Rectangle address =
        Rectangle.between(
            INCH / 2, height - 2.75f * INCH, width - INCH / 2, height - 0.625f * INCH);
    return new EnvelopeFace(sender(width - AMERICAN_STAMP_WIDTH, address), address, 0.42f * width);
  }

  /**
   * Under the zone of sender and stamp, 15 mm from the other edges, where the lowest 15 mm on the
   * right are for the codes of the post; Royal Mail wants 18 mm below.
   */
  private static EnvelopeFace other(Envelope envelope, String country) {
    float width = envelope.width();
    float below = country.equals("GB") ? 18 : 15;
    Rectangle address = Rectangle.between(15, STAMP_HEIGHT, width - 15, envelope.height() - below);
    return new EnvelopeFace(sender(width - STAMP_WIDTH, address), address, 0.45f * width);
  }

  private static Rectangle sender(float right, Rectangle address) {
    return Rectangle.between(SENDER_LEFT, SENDER_TOP, right - 4, address.y() - 2);
  }
}
