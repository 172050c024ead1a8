package org.regards.postal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An envelope as it lies with its address upright, in millimetres (ISO 269 and the American sizes).
 *
 * @param word what it is called in settings and commands
 * @param window or null when it has none: then the address goes on its face
 * @param clearance what the address must keep from the edges of the window; an eighth of an inch
 *     for the tap test of the United States Postal Service (Publication 25)
 */
public record Envelope(
    String word, float width, float height, @Nullable Window window, float clearance) {
  private static final float INCH = 25.4f;
  private static final float EIGHTH_INCH = INCH / 8;

  /** Window envelopes of DIN 680, by hand and by machine. */
  public static final Envelope DL = new Envelope("dl", 220, 110, new Window(20, 15, 90, 45), 0);

  public static final Envelope C6_5 = new Envelope("c6-5", 229, 114, new Window(20, 15, 90, 45), 0);
  public static final Envelope C5 = new Envelope("c5", 229, 162, new Window(20, 60, 90, 45), 0);
  public static final Envelope UK_DL =
      new Envelope("uk-dl", 220, 110, new Window(20, 18, 90, 35), 0);

  /** With the window on the right, as in France. */
  public static final Envelope DL_RIGHT =
      new Envelope("dl-right", 220, 110, new Window(100, 20, 100, 45), 0);

  /** With the window on the right, as in Switzerland; both show what the C5 shows at any time. */
  public static final Envelope C5_RIGHT =
      new Envelope("c5-right", 229, 162, new Window(120, 65, 99, 45), 0);

  public static final Envelope C6_5_RIGHT =
      new Envelope("c6-5-right", 229, 114, new Window(120, 17, 99, 45), 0);

  /** With the window on the left, as in Switzerland. */
  public static final Envelope C6_5_LEFT =
      new Envelope("c6-5-left", 229, 114, new Window(20, 24.5f, 100, 45), 0);

  public static final Envelope US_9 =
      american("us-9", 8.875f, 3.875f, new Window(0.875f * INCH, INCH / 2, 114.3f, 28.575f));
  public static final Envelope US_10 =
      american("us-10", 9.5f, 4.125f, new Window(0.875f * INCH, INCH / 2, 114.3f, 28.575f));
  public static final Envelope C4 = new Envelope("c4", 229, 324, null, 0);
  public static final Envelope C6 = new Envelope("c6", 162, 114, null, 0);
  public static final Envelope US_A2 = american("us-a2", 5.75f, 4.375f, null);
  public static final Envelope US_A6 = american("us-a6", 6.5f, 4.75f, null);
  public static final Envelope US_A7 = american("us-a7", 7.25f, 5.25f, null);

  /** All that have a name. */
  public static final List<Envelope> ALL =
      List.of(
          DL,
          C6_5,
          C5,
          UK_DL,
          DL_RIGHT,
          C5_RIGHT,
          C6_5_RIGHT,
          C6_5_LEFT,
          US_9,
          US_10,
          C4,
          C6,
          US_A2,
          US_A6,
          US_A7);

  /** For example {@code 220x110/90x45@20/15}: envelope, window, its place from left and bottom. */
  private static final Pattern OWN =
      Pattern.compile(
          "(\\d{2,3}(?:\\.\\d+)?)x(\\d{2,3}(?:\\.\\d+)?)"
              + "(?:/(\\d{2,3}(?:\\.\\d+)?)x(\\d{2,3}(?:\\.\\d+)?)"
              + "@(\\d{1,3}(?:\\.\\d+)?)/(\\d{1,3}(?:\\.\\d+)?))?");

  /**
   * The window.
   *
   * @param left from the left edge of the envelope
   * @param bottom from its bottom edge
   */
  public record Window(float left, float bottom, float width, float height) {}

  private static Envelope american(
      String word, float inchesWide, float inchesHigh, @Nullable Window window) {
    return new Envelope(word, inchesWide * INCH, inchesHigh * INCH, window, EIGHTH_INCH);
  }

  /** One of those with a name, or the user's own by its measures. */
  public static Optional<Envelope> of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(envelope -> envelope.word.equals(wanted))
        .findFirst()
        .or(() -> own(wanted));
  }

  /** What {@link #of} takes. */
  public static String choice() {
    return ALL.stream().map(Envelope::word).collect(Collectors.joining(", "))
        + ", or your own as WIDTHxHEIGHT/WIDTHxHEIGHT@LEFT/BOTTOM of envelope and window in"
        + " millimetres, for example 220x110/90x45@20/15";
  }

  private static Optional<Envelope> own(String word) {
    Matcher measures = OWN.matcher(word);
    if (!measures.matches()) {
      return Optional.empty();
    }
    float width = Float.parseFloat(measures.group(1));
    float height = Float.parseFloat(measures.group(2));
    if (measures.group(3) == null) {
      return Optional.of(new Envelope(word, width, height, null, 0));
    }
    Window window =
        new Window(
            Float.parseFloat(measures.group(5)),
            Float.parseFloat(measures.group(6)),
            Float.parseFloat(measures.group(3)),
            Float.parseFloat(measures.group(4)));
    boolean inside =
        window.left() + window.width() <= width && window.bottom() + window.height() <= height;
    return inside ? Optional.of(new Envelope(word, width, height, window, 0)) : Optional.empty();
  }
}
