package org.regards.postal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.regards.postal.Envelope.Window;

/** The figures of a letter in a window envelope, in words, with their labels, in a fixed order. */
public record WindowFigures(SequencedMap<String, String> values) {
  public static WindowFigures of(WindowVerdict verdict) {
    WindowFit fit = verdict.fit();
    SequencedMap<String, String> values = new LinkedHashMap<>();
    values.put(
        "envelope",
        format(
            "%s, %.1f × %.1f mm",
            fit.envelope().word(), fit.envelope().width(), fit.envelope().height()));
    Window window = fit.envelope().window();
    values.put(
        "window",
        window == null
            ? "none"
            : format(
                "%.1f × %.1f mm, %.1f mm from the left and %.1f mm from the bottom",
                window.width(), window.height(), window.left(), window.bottom()));
    values.put("folds", folds(fit));
    values.put("folded sheet", format("%.1f × %.1f mm", fit.insertWidth(), fit.insertHeight()));
    if (fit.goesIn()) {
      values.put(
          "it slips",
          format("%.1f mm across, %.1f mm up and down", fit.travelAcross(), fit.travelDown()));
      if (window != null) {
        seen(verdict, values);
      }
    }
    values.put("verdict", verdict.message());
    return new WindowFigures(values);
  }

  private static void seen(WindowVerdict verdict, Map<String, String> values) {
    WindowFit fit = verdict.fit();
    Rectangle visible = fit.visible();
    values.put("always visible", visible.isEmpty() ? "nothing" : extent(visible));
    if (fit.envelope().clearance() > 0) {
      values.put(
          "clearance", format("%.1f mm on all sides, taken off", fit.envelope().clearance()));
    }
    values.put("may be visible", extent(fit.reach()));
    Rectangle room = fit.addressRoom();
    values.put(
        "text height",
        format(
            "%.1f mm, %d lines; for the address from %.1f mm: %.1f mm, %.1f mm wide",
            visible.height(), verdict.mostLines(), room.y(), room.height(), room.width()));
    values.put(
        "address lines",
        verdict.lines() == verdict.tightLines()
            ? String.valueOf(verdict.lines())
            : format("%d, in smaller type %d", verdict.lines(), verdict.tightLines()));
  }

  /** One line each. */
  public List<String> lines() {
    return values.entrySet().stream()
        .map(figure -> figure.getKey() + ": " + figure.getValue())
        .toList();
  }

  private static String folds(WindowFit fit) {
    List<Float> folds = fit.fold().on(fit.form().sheet().height());
    return folds.isEmpty()
        ? "none"
        : folds.stream().map(fold -> format("%.1f", fold)).collect(Collectors.joining(" and "))
            + " mm from the top";
  }

  private static String extent(Rectangle rectangle) {
    return format(
        "x %.1f to %.1f mm, y %.1f to %.1f mm of the sheet",
        rectangle.x(), rectangle.right(), rectangle.y(), rectangle.bottom());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
