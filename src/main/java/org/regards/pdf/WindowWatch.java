package org.regards.pdf;

import static org.regards.pdf.Lengths.millimetres;

import java.util.List;
import java.util.Optional;
import org.regards.pdf.PrintRefusal.ShownInWindow;
import org.regards.postal.NearestFit;
import org.regards.postal.Rectangle;
import org.regards.postal.WindowFit;

/** Sees to it that a window never shows anything but the address, however the sheet slips. */
final class WindowWatch {
  /** Three lines, in millimetres. */
  private static final float SHORT_ADDRESS = 14;

  private final Rectangle reach;
  private final WindowFit fit;
  private final List<PrintRefusal> refusals;

  WindowWatch(WindowFit fit, List<PrintRefusal> refusals) {
    this.fit = fit;
    this.reach = fit.reach();
    this.refusals = refusals;
  }

  /**
   * Notes a refusal for the first mark that the window would show.
   *
   * @param what they are, for the message: {@code the letterhead}
   */
  void keepOut(String what, List<Mark> marks) {
    marks.stream()
        .map(WindowWatch::bounds)
        .filter(reach::overlaps)
        .findFirst()
        .ifPresent(
            shown ->
                refusals.add(
                    new ShownInWindow(
                        what, shown.y(), shown.bottom(), fit, nearest(shown).orElse(null))));
  }

  /** With the same form, so that nothing moves, and room for a short address. */
  private Optional<WindowFit> nearest(Rectangle shown) {
    return NearestFit.to(
        fit,
        other ->
            other.form() == fit.form()
                && !other.reach().overlaps(shown)
                && other.addressRoom().height() > SHORT_ADDRESS);
  }

  private static Rectangle bounds(Mark mark) {
    return switch (mark) {
      case Mark.Words words -> {
        FontFace.Metrics metrics = words.run().face().metrics();
        float size = words.run().style().size() / 1000;
        yield inMillimetres(
            words.x(),
            words.baseline() - metrics.capHeight() * size,
            words.x() + words.run().inked().width(),
            words.baseline() - metrics.descent() * size);
      }
      case Mark.Rule rule ->
          inMillimetres(
              Math.min(rule.x(), rule.toX()),
              Math.min(rule.y(), rule.toY()) - rule.thickness() / 2,
              Math.max(rule.x(), rule.toX()),
              Math.max(rule.y(), rule.toY()) + rule.thickness() / 2);
      case Mark.Picture picture ->
          inMillimetres(
              picture.x(),
              picture.y(),
              picture.x() + picture.width(),
              picture.y() + picture.height());
      // whoever draws an ornament knows how large it is
      case Mark.Drawing drawing ->
          drawing.tag() == null
              ? new Rectangle(0, 0, 0, 0)
              : drawing.tag().figure().map(WindowWatch::bounds).orElseThrow();
    };
  }

  private static Rectangle bounds(Tag.Figure figure) {
    return inMillimetres(
        figure.left(),
        figure.top(),
        figure.left() + figure.width(),
        figure.top() + figure.height());
  }

  private static Rectangle inMillimetres(float left, float top, float right, float bottom) {
    return Rectangle.between(
        millimetres(left), millimetres(top), millimetres(right), millimetres(bottom));
  }
}
