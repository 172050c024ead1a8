package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.regards.language.LetterLanguage;
import org.regards.pdf.LabelPrinter.Offset;
import org.regards.pdf.PdfFile.Description;
import org.regards.postal.LabelSheet;
import org.regards.postal.Rectangle;

/**
 * A page that shows where a printer puts labels: the outline of each, two pairs of scales, and how
 * to read them. Used by one thread, for one page.
 */
final class CalibrationPage {
  private static final Style TITLE = new Style(Typeface.SERIF_BOLD, 11, Ink.DEEP);
  private static final Style STEP = new Style(Typeface.SANS, 8, Ink.BLACK);
  private static final Style NUMBER = new Style(Typeface.SANS, 6, Ink.GREY);
  private static final float LEADING = 10;
  private static final float INDENT = 4;
  private static final float FIRST_BASELINE = 6.5f;
  private static final float OUTLINE = 0.4f;
  private static final float TICK = 0.35f;
  private static final int REACH = 5;
  private static final float CHECK = 50;

  private final LabelSheet sheet;
  private final Offset offset;
  private final Pen pen;
  private final Fonts fonts;
  private final Tag document = Tag.document();
  private final List<Mark> marks = new ArrayList<>();

  CalibrationPage(LabelSheet sheet, Offset offset, Fonts fonts) {
    this.sheet = sheet;
    this.offset = offset;
    this.fonts = fonts;
    this.pen = new Pen(fonts, new ArrayList<>());
  }

  byte[] write() {
    for (int number = 1; number <= sheet.count(); number++) {
      outline(number);
    }
    int inside = sheet.rows() / 2 * sheet.columns() + 2;
    scales(inside);
    scales(sheet.count());
    List<String> words = words();
    int step = 0;
    for (int number = 1; step < words.size() && number < sheet.count(); number++) {
      if (number != inside) {
        write(words.get(step), number, step == 0);
        step++;
      }
    }
    String title = "Calibration page for label sheet " + sheet.word();
    Page page = new Page(points(sheet.sheetWidth()), points(sheet.sheetHeight()), marks);
    // the same page each time: nothing on it is of a day
    Description description =
        new Description(title, LetterLanguage.EN_GB, LocalDate.of(2000, 1, 1));
    return PdfFile.write(List.of(page), description, fonts.subsets());
  }

  private List<String> words() {
    String moved =
        offset.equals(Offset.NONE)
            ? "3. Are they beside them? Read on both scales in the middle where the left and the"
                + " upper edge of that label really are."
            : "3. This page is moved by\n%s\nAre the outlines still beside the edges? Read on both scales how far, and add it."
                .formatted(options());
    return List.of(
        "Label sheet %s: where your printer puts the labels".formatted(sheet.word()),
        "1. Print this page on plain paper, in actual size (100 %, not “fit to page”). This line"
            + " must be 50 mm long:",
        "2. Lay it on a sheet of labels and hold both against the light. The outlines should lie on"
            + " the edges of the labels.",
        moved,
        "4. Right and below count plus, left and above minus. A millimetre is one stroke.",
        """
        5. Print the labels with your numbers, for example
        --offset-x 1.5 --offset-y -0.5
        The scales of the last label should say the same.\
        """);
  }

  private String options() {
    return String.format(
        Locale.ROOT, "--offset-x %s --offset-y %s", number(offset.x()), number(offset.y()));
  }

  private static String number(float millimetres) {
    return millimetres == Math.rint(millimetres)
        ? Integer.toString((int) millimetres)
        : Float.toString(millimetres);
  }

  private Rectangle label(int number) {
    Rectangle label = sheet.label(number);
    return new Rectangle(
        label.x() + offset.x(), label.y() + offset.y(), label.width(), label.height());
  }

  private void outline(int number) {
    Rectangle label = label(number);
    rule(label.x(), label.y(), label.right(), label.y(), OUTLINE, Ink.GREY);
    rule(label.x(), label.bottom(), label.right(), label.bottom(), OUTLINE, Ink.GREY);
    rule(label.x(), label.y(), label.x(), label.bottom(), OUTLINE, Ink.GREY);
    rule(label.right(), label.y(), label.right(), label.bottom(), OUTLINE, Ink.GREY);
    String text = Integer.toString(number);
    List<TextRun> runs = pen.runs(text, NUMBER, "the number of a label");
    pen.adorn(
        points(label.right() - 1.5f) - Pen.width(runs), points(label.y() + 3.2f), runs, marks);
  }

  /** Across the left edge of a label and across its upper one; 0 is where the edge should be. */
  private void scales(int number) {
    Rectangle label = label(number);
    float y = label.y() + label.height() * 0.62f;
    float x = label.x() + label.width() / 2;
    rule(label.x() - REACH, y, label.x() + REACH, y, TICK, Ink.BLACK);
    rule(x, label.y() - REACH, x, label.y() + REACH, TICK, Ink.BLACK);
    for (int at = -REACH; at <= REACH; at++) {
      float half = at == 0 ? 2.6f : at % REACH == 0 ? 1.8f : 1.1f;
      rule(label.x() + at, y - half, label.x() + at, y + half, TICK, Ink.BLACK);
      rule(x - half, label.y() + at, x + half, label.y() + at, TICK, Ink.BLACK);
      if (at % REACH == 0) {
        String text = at > 0 ? "+" + at : at < 0 ? "−" + -at : "0";
        List<TextRun> runs = pen.runs(text, NUMBER, "a scale");
        pen.adorn(
            points(label.x() + at) - Pen.width(runs) / 2, points(y + half + 2.6f), runs, marks);
        pen.adorn(points(x + half + 0.8f), points(label.y() + at + 0.75f), runs, marks);
      }
    }
  }

  private void write(String words, int number, boolean title) {
    Rectangle label = label(number);
    Style style = title ? TITLE : STEP;
    Tag tag = document.child(title ? Tag.Role.HEADING : Tag.Role.PARAGRAPH);
    float baseline = points(label.y() + FIRST_BASELINE);
    float measure = points(label.width() - 2 * INDENT);
    for (String row : words.split("\n")) {
      for (List<TextRun> line : pen.broken(row, style, measure, "the calibration page")) {
        pen.write(points(label.x() + INDENT), baseline, line, tag, marks);
        baseline += title ? LEADING * 1.35f : LEADING;
      }
    }
    if (words.startsWith("1.")) {
      float y = label.y() + label.height() - 4;
      rule(label.x() + INDENT, y, label.x() + INDENT + CHECK, y, TICK, Ink.BLACK);
      rule(label.x() + INDENT, y - 1.5f, label.x() + INDENT, y + 1.5f, TICK, Ink.BLACK);
      rule(
          label.x() + INDENT + CHECK,
          y - 1.5f,
          label.x() + INDENT + CHECK,
          y + 1.5f,
          TICK,
          Ink.BLACK);
    }
  }

  /** A line, in millimetres; thickness in points. */
  private void rule(float x, float y, float toX, float toY, float thickness, Ink ink) {
    marks.add(new Mark.Rule(points(x), points(y), points(toX), points(toY), thickness, ink));
  }
}
