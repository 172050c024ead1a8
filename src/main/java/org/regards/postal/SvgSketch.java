package org.regards.postal;

import java.util.Locale;
import org.regards.postal.WindowSketch.Shape;

/** Writes a sketch as SVG 1.1 in its true size. */
public final class SvgSketch {
  private static final float POINT = 25.4f / 72;
  private static final String DASHED = " stroke-dasharray=\"2 1.5\"";

  private SvgSketch() {}

  public static String of(WindowSketch sketch) {
    StringBuilder out = new StringBuilder();
    out.append(
        format(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="%1$.3fmm" \
            height="%2$.3fmm" viewBox="0 0 %1$.3f %2$.3f">
            <title>%3$s</title>
            <rect width="100%%" height="100%%" fill="white"/>
            <g fill="none" stroke="black" stroke-width="0.2" font-family="sans-serif">
            """,
            sketch.width(), sketch.height(), escaped(sketch.title())));
    sketch.shapes().forEach(shape -> out.append(shape(shape)).append('\n'));
    return out.append("</g>\n</svg>\n").toString();
  }

  private static String shape(Shape shape) {
    return switch (shape) {
      case Shape.Segment line ->
          format(
              "<line x1=\"%.3f\" y1=\"%.3f\" x2=\"%.3f\" y2=\"%.3f\"%s/>",
              line.x(), line.y(), line.toX(), line.toY(), line.dashed() ? DASHED : "");
      case Shape.Outline outline -> rectangle(outline.of(), outline.dashed() ? DASHED : "");
      case Shape.Area area -> rectangle(area.of(), " fill=\"#e6e6e6\" stroke=\"none\"");
      case Shape.Words words ->
          format(
              "<text x=\"%.3f\" y=\"%.3f\" font-size=\"%.3f\" fill=\"black\""
                  + " stroke=\"none\">%s</text>",
              words.x(), words.baseline(), words.size() * POINT, escaped(words.text()));
    };
  }

  private static String rectangle(Rectangle of, String more) {
    return format(
        "<rect x=\"%.3f\" y=\"%.3f\" width=\"%.3f\" height=\"%.3f\"%s/>",
        of.x(), of.y(), of.width(), of.height(), more);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
