package org.regards.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Measures a finished PDF: in millimetres from the top left corner of a page. */
final class PaperRuler {
  private static final float MILLIMETRES = 25.4f / 72;

  /** Words that stand further apart are in different columns. */
  private static final float COLUMN_GAP = 12;

  private final PDDocument document;

  /**
   * A stretch of text as it was drawn.
   *
   * @param size of the type, in points
   */
  record Text(String text, float x, float baseline, float right, float size) {}

  /** A straight line. */
  record Stroke(float x, float y, float toX, float toY) {}

  PaperRuler(byte[] pdf) {
    try {
      this.document = Loader.loadPDF(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int pages() {
    return document.getNumberOfPages();
  }

  float width(int page) {
    return document.getPage(page).getMediaBox().getWidth() * MILLIMETRES;
  }

  float height(int page) {
    return document.getPage(page).getMediaBox().getHeight() * MILLIMETRES;
  }

  /** Everything written, in the order in which it was written. */
  String words() {
    return words(1, pages());
  }

  String words(int first, int last) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(first);
      stripper.setEndPage(last);
      StringWriter out = new StringWriter();
      stripper.writeText(document, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Text> texts(int page) {
    List<Text> texts = new ArrayList<>();
    try {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
              List<TextPosition> stretch = new ArrayList<>();
              for (TextPosition position : positions) {
                if (!stretch.isEmpty() && gap(stretch.getLast(), position) > COLUMN_GAP) {
                  texts.add(text(stretch));
                  stretch.clear();
                }
                if (!stretch.isEmpty() || !position.getUnicode().isBlank()) {
                  stretch.add(position);
                }
              }
              if (!stretch.isEmpty()) {
                texts.add(text(stretch));
              }
            }
          };
      stripper.setStartPage(page + 1);
      stripper.setEndPage(page + 1);
      stripper.writeText(document, new StringWriter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static float gap(TextPosition left, TextPosition right) {
    return (right.getX() - left.getX() - left.getWidth()) * MILLIMETRES;
  }

  private static Text text(List<TextPosition> stretch) {
    TextPosition first = stretch.getFirst();
    TextPosition last =
        stretch.reversed().stream()
            .filter(position -> !position.getUnicode().isBlank())
            .findFirst()
            .orElse(first);
    String words = stretch.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
    return new Text(
        words.strip(),
        first.getX() * MILLIMETRES,
        first.getY() * MILLIMETRES,
        (last.getX() + last.getWidth()) * MILLIMETRES,
        first.getFontSizeInPt());
  }

  Text text(int page, String start) {
    return texts(page).stream()
        .filter(text -> text.text().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not on the page: " + start));
  }

  /** Single straight lines, as fold marks are; curves are passed over. */
  List<Stroke> strokes(int page) {
    List<Stroke> strokes = new ArrayList<>();
    float height = height(page);
    List<Float> numbers = new ArrayList<>();
    float x = 0;
    float y = 0;
    try {
      for (Object token : new PDFStreamParser(pageOf(page)).parse()) {
        if (token instanceof COSNumber number) {
          numbers.add(number.floatValue() * MILLIMETRES);
        } else if (token instanceof Operator operator) {
          if (operator.getName().equals("m")) {
            x = numbers.get(0);
            y = height - numbers.get(1);
          } else if (operator.getName().equals("l")) {
            strokes.add(new Stroke(x, y, numbers.get(0), height - numbers.get(1)));
          }
          numbers.clear();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return strokes;
  }

  private PDPage pageOf(int page) {
    return document.getPage(page);
  }
}
