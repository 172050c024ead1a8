package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import uk.org.okapibarcode.backend.KixCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.backend.UspsOneCode;
import uk.org.okapibarcode.graphics.Rectangle;

/** A barcode of a post, whose bars rise above the line, hang below it, both or neither. */
final class PostalBars {
  /** Of what OkapiBarcode draws: the line is in the middle. */
  private static final double HEIGHT_DRAWN = 8;

  private final List<Bar> bars;
  private final Measures measures;

  /**
   * In millimetres.
   *
   * @param pitch from one bar to the next
   * @param full the height of a bar that rises and hangs
   * @param line the height of one that does neither
   * @param clearAbove what must stay white above and below
   * @param clearBeside what must stay white to the left and right
   */
  private record Measures(
      float pitch, float bar, float full, float line, float clearAbove, float clearBeside) {}

  /** A bar, as the specifications name them: full, ascender, descender, tracker. */
  enum Bar {
    F,
    A,
    D,
    T;

    boolean rises() {
      return this == F || this == A;
    }

    boolean hangs() {
      return this == F || this == D;
    }
  }

  /**
   * USPS-B-3200: 20 to 24 bars an inch, 0.015 to 0.025 in wide, full ones 0.125 to 0.165 in high;
   * clear zones are those of a window.
   */
  private static final Measures INTELLIGENT_MAIL =
      new Measures(
          25.4f / 22, 25.4f * 0.02f, 25.4f * 0.145f, 25.4f * 0.048f, 25.4f / 25, 25.4f / 8);

  /** As for the barcode of Royal Mail; not checked against PostNL's own paper. */
  private static final Measures KIX = new Measures(25.4f / 22, 0.5f, 4.6f, 1.25f, 2, 2);

  /** The same for long ones: closer, but not closer than 24 bars an inch. */
  private static final Measures LONG_KIX = new Measures(25.4f / 23.8f, 0.45f, 4.6f, 1.25f, 2, 2);

  private static final int LONGEST_WIDE_KIX = 14;

  private PostalBars(Symbol symbol, String content, Measures measures) {
    symbol.setContent(content);
    this.measures = measures;
    List<Bar> read = new ArrayList<>();
    for (Rectangle drawn : symbol.getRectangles()) {
      boolean rises = drawn.y == 0;
      boolean hangs = drawn.y + drawn.height == HEIGHT_DRAWN;
      read.add(rises ? hangs ? Bar.F : Bar.A : hangs ? Bar.D : Bar.T);
    }
    this.bars = List.copyOf(read);
  }

  /**
   * The Intelligent Mail barcode.
   *
   * @param tracking 20 digits
   * @param routing none, or 5, 9 or 11 digits
   */
  static PostalBars intelligentMail(String tracking, String routing) {
    return new PostalBars(
        new UspsOneCode(),
        routing.isEmpty() ? tracking : tracking + "-" + routing,
        INTELLIGENT_MAIL);
  }

  /** The customer code of PostNL. */
  static PostalBars kix(String text) {
    return new PostalBars(new KixCode(), text, text.length() > LONGEST_WIDE_KIX ? LONG_KIX : KIX);
  }

  List<Bar> bars() {
    return bars;
  }

  /** In millimetres. */
  float width() {
    return (bars.size() - 1) * measures.pitch() + measures.bar();
  }

  float height() {
    return measures.full();
  }

  /** What must stay white above and below it, in millimetres. */
  float clearAbove() {
    return measures.clearAbove();
  }

  /** What must stay white on the left and right of it, in millimetres. */
  float clearBeside() {
    return measures.clearBeside();
  }

  /**
   * @param x of its left edge, in millimetres from that of the page
   * @param y of its top, in millimetres from that of the page
   */
  Mark.Drawing at(float x, float y, Tag parent, String alt) {
    Operators drawn = new Operators(Ink.BLACK);
    float half = (measures.full() - measures.line()) / 2;
    float left = 0;
    for (Bar bar : bars) {
      float bottom = bar.hangs() ? 0 : half;
      float top = bar.rises() ? measures.full() : measures.full() - half;
      drawn.rectangle(points(left), points(bottom), points(measures.bar()), points(top - bottom));
      left += measures.pitch();
    }
    Tag.Figure figure =
        new Tag.Figure(alt, points(x), points(y), points(width()), points(height()));
    return new Mark.Drawing(points(x), points(y + height()), drawn.filled(), parent.figure(figure));
  }
}
