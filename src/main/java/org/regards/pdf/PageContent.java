package org.regards.pdf;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.ByteBuffer;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfStructureElement;
import org.regards.pdf.PdfFile.EmbeddedFont;

/** Writes the marks of one page as its content stream; all of it is tagged or an artifact. */
final class PageContent {
  private static final PdfName ARTIFACT = new PdfName("Artifact");

  private final PdfContentByte content;
  private final ByteBuffer out;
  private final float height;
  private final Map<FontFace, EmbeddedFont> fonts;
  private final Map<Plate, String> plates;
  private final TagTree tags;
  private @Nullable Tag open;
  private boolean inArtifact;
  private @Nullable TextRun last;

  PageContent(
      PdfContentByte content,
      float height,
      Map<FontFace, EmbeddedFont> fonts,
      Map<Plate, String> plates,
      TagTree tags) {
    this.content = content;
    this.out = content.getInternalBuffer();
    this.height = height;
    this.fonts = fonts;
    this.plates = plates;
    this.tags = tags;
  }

  void write(List<Mark> marks) {
    for (Mark mark : marks) {
      switch (mark) {
        case Mark.Words words -> {
          open(words.tag());
          write(words);
        }
        case Mark.Rule rule -> {
          open(null);
          write(rule);
        }
        case Mark.Drawing drawing -> {
          open(drawing.tag());
          write(drawing);
        }
        case Mark.Picture picture -> {
          open(picture.tag());
          write(picture);
        }
      }
    }
    close();
  }

  private void open(@Nullable Tag tag) {
    boolean same = tag == null ? inArtifact : tag == open;
    if (same) {
      return;
    }
    close();
    if (tag == null) {
      content.beginMarkedContentSequence(ARTIFACT);
      inArtifact = true;
    } else {
      PdfStructureElement element = tags.element(tag);
      tag.figure().ifPresent(figure -> tags.describe(figure, element, height));
      content.beginMarkedContentSequence(element);
      open = tag;
    }
  }

  private void close() {
    if (open != null || inArtifact) {
      content.endMarkedContentSequence();
    }
    open = null;
    inArtifact = false;
  }

  private void write(Mark.Words words) {
    TextRun run = words.run();
    EmbeddedFont font = Objects.requireNonNull(fonts.get(run.face()));
    out.append("BT ");
    if (last == null || !last.looksLike(run)) {
      out.append(run.style().ink().fill()).append('\n');
      out.append('/').append(font.name()).append(' ');
      number(run.style().size());
      out.append("Tf\n");
      last = run;
    }
    number(words.x());
    number(height - words.baseline());
    out.append("Td [(");
    glyphs(run, font.subset());
    out.append(")]TJ ET\n");
  }

  private void glyphs(TextRun run, FontSubset subset) {
    String text = run.text();
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int kerning = run.kerning(before, codePoint);
      if (kerning != 0) {
        out.append(')').append(-kerning).append('(');
      }
      int code = subset.code(codePoint);
      octet(code >> 8);
      octet(code & 0xFF);
      before = codePoint;
      i += Character.charCount(codePoint);
    }
  }

  /** A byte of a literal string (ISO 32000-1, 7.3.4.2). */
  private void octet(int value) {
    switch (value) {
      case '(', ')', '\\' -> out.append_i('\\').append_i(value);
      case '\r' -> out.append("\\r");
      default -> out.append_i(value);
    }
  }

  private void write(Mark.Rule rule) {
    out.append("q ").append(rule.ink().stroke()).append(' ');
    number(rule.thickness());
    out.append("w ");
    number(rule.x());
    number(height - rule.y());
    out.append("m ");
    number(rule.toX());
    number(height - rule.toY());
    out.append("l S Q\n");
  }

  private void write(Mark.Drawing drawing) {
    out.append("q 1 0 0 1 ");
    number(drawing.x());
    number(height - drawing.y());
    out.append("cm\n").append(drawing.operators()).append("Q\n");
  }

  private void write(Mark.Picture picture) {
    out.append("q ");
    number(picture.width());
    out.append("0 0 ");
    number(picture.height());
    number(picture.x());
    number(height - picture.y() - picture.height());
    String name = Objects.requireNonNull(plates.get(picture.plate()));
    out.append("cm /").append(name).append(" Do Q\n");
  }

  /** To a thousandth of a point, which is finer than any press. */
  private void number(float value) {
    int thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      out.append_i('-');
      thousandths = -thousandths;
    }
    out.append(thousandths / 1000);
    int rest = thousandths % 1000;
    if (rest != 0) {
      out.append_i('.').append_i('0' + rest / 100);
      if (rest % 100 != 0) {
        out.append_i('0' + rest / 10 % 10);
        if (rest % 10 != 0) {
          out.append_i('0' + rest % 10);
        }
      }
    }
    out.append_i(' ');
  }
}
