package org.regards.pdf;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

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

  /** A picture, from its top left corner. */
  record Picture(float x, float y, float width, float height) {}

  /**
   * A straight line.
   *
   * @param thickness in points
   */
  record Stroke(float x, float y, float toX, float toY, float thickness) {}

  /** A rectangle by its edges. */
  record Area(float left, float top, float right, float bottom) {}

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

  /** Straight lines, as fold marks are and the edges of areas; curves are passed over. */
  List<Stroke> strokes(int page) {
    List<Stroke> strokes = new ArrayList<>();
    float height = height(page);
    List<Float> numbers = new ArrayList<>();
    Deque<float[]> origins = new ArrayDeque<>(List.of(new float[2]));
    float x = 0;
    float y = 0;
    float thickness = 1;
    try {
      for (Object token : new PDFStreamParser(pageOf(page)).parse()) {
        if (token instanceof COSNumber number) {
          numbers.add(number.floatValue() * MILLIMETRES);
        } else if (token instanceof Operator operator) {
          float[] origin = origins.getFirst();
          switch (operator.getName()) {
            case "q" -> origins.addFirst(origin.clone());
            case "Q" -> origins.removeFirst();
            case "cm" -> {
              origin[0] += numbers.get(4);
              origin[1] += numbers.get(5);
            }
            case "w" -> thickness = numbers.getLast() / MILLIMETRES;
            case "m" -> {
              x = origin[0] + numbers.get(0);
              y = height - origin[1] - numbers.get(1);
            }
            case "l" -> {
              float toX = origin[0] + numbers.get(0);
              float toY = height - origin[1] - numbers.get(1);
              strokes.add(new Stroke(x, y, toX, toY, thickness));
              x = toX;
              y = toY;
            }
            default -> {}
          }
          numbers.clear();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return strokes;
  }

  /** Where the page is cut. */
  Area trim(int page) {
    return area(page, pageOf(page).getTrimBox());
  }

  /** How far it is printed. */
  Area bleed(int page) {
    return area(page, pageOf(page).getBleedBox());
  }

  private Area area(int page, PDRectangle box) {
    return new Area(
        box.getLowerLeftX() * MILLIMETRES,
        height(page) - box.getUpperRightY() * MILLIMETRES,
        box.getUpperRightX() * MILLIMETRES,
        height(page) - box.getLowerLeftY() * MILLIMETRES);
  }

  /** Where pictures stand, in the order in which they were drawn. */
  List<Picture> pictures(int page) {
    List<Picture> pictures = new ArrayList<>();
    float height = height(page);
    PDFStreamEngine engine =
        new PDFStreamEngine() {
          @Override
          protected void processOperator(Operator operator, List<COSBase> operands)
              throws IOException {
            super.processOperator(operator, operands);
            if (operator.getName().equals("Do")) {
              Matrix place = getGraphicsState().getCurrentTransformationMatrix();
              float bottom = height - place.getTranslateY() * MILLIMETRES;
              float high = place.getScalingFactorY() * MILLIMETRES;
              pictures.add(
                  new Picture(
                      place.getTranslateX() * MILLIMETRES,
                      bottom - high,
                      place.getScalingFactorX() * MILLIMETRES,
                      high));
            }
          }
        };
    engine.addOperator(new Concatenate(engine));
    engine.addOperator(new Save(engine));
    engine.addOperator(new Restore(engine));
    try {
      engine.processPage(pageOf(page));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pictures;
  }

  /** What figures say to those who cannot see them, in the order of reading. */
  List<String> figures() {
    List<String> alts = new ArrayList<>();
    figures(document.getDocumentCatalog().getStructureTreeRoot(), alts);
    return alts;
  }

  private static void figures(PDStructureNode node, List<String> alts) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (element.getStructureType().equals("Figure")) {
          alts.add(element.getAlternateDescription());
        }
        figures(element, alts);
      }
    }
  }

  private PDPage pageOf(int page) {
    return document.getPage(page);
  }
}
