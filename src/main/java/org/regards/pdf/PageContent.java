package org.regards.pdf;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.FontUse.Characters;
import org.regards.pdf.TagTree.Element;

/** Writes the marks of one page as its content stream; all of it is tagged or an artifact. */
final class PageContent {
  private static final int LIKELY_SIZE = 1 << 13;

  private final PdfBytes out = new PdfBytes(LIKELY_SIZE);
  private final Page page;
  private final int pageNumber;
  private final int linksBefore;
  private final FontUse fonts;
  private final TagTree tags;
  private final PageDeflater deflater;
  private final List<Plate.Link> links = new ArrayList<>(0);
  private int[] owners = new int[16];
  private int marks;
  private @Nullable Tag open;
  private boolean inArtifact;
  private @Nullable TextRun last;
  private @Nullable Characters characters;

  /**
   * @param pageNumber counted from 0 within the letter, as are the links before it
   */
  PageContent(
      Page page,
      int pageNumber,
      int linksBefore,
      FontUse fonts,
      TagTree tags,
      PageDeflater deflater) {
    this.page = page;
    this.pageNumber = pageNumber;
    this.linksBefore = linksBefore;
    this.fonts = fonts;
    this.tags = tags;
    this.deflater = deflater;
  }

  Plate plate() {
    for (Mark mark : page.marks()) {
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
          open(null);
          write(drawing);
        }
      }
    }
    close();
    return new Plate(page, deflater.deflated(out), Arrays.copyOf(owners, marks), links);
  }

  private void open(@Nullable Tag tag) {
    boolean same = tag == null ? inArtifact : tag == open;
    if (same) {
      return;
    }
    close();
    if (tag == null) {
      out.add("/Artifact BMC\n");
      inArtifact = true;
    } else {
      Element element = tags.element(tag);
      out.add('/').add(tag.role().type()).add("<</MCID ").number(marks).add(">>BDC\n");
      tags.addWords(element, pageNumber, marks);
      own(element);
      open = tag;
    }
  }

  private void own(Element element) {
    if (marks == owners.length) {
      owners = Arrays.copyOf(owners, 2 * marks);
    }
    owners[marks++] = element.number();
  }

  private void close() {
    if (open != null || inArtifact) {
      out.add("EMC\n");
    }
    open = null;
    inArtifact = false;
  }

  private void write(Mark.Words words) {
    TextRun run = words.run();
    out.add("BT ");
    Characters used = characters;
    if (used == null || last == null || !last.looksLike(run)) {
      used = fonts.of(run.face());
      out.add(run.style().ink().fill()).add("\n/").add(run.face().resource()).add(' ');
      out.number(run.style().size()).add(" Tf\n");
      last = run;
      characters = used;
    }
    out.number(words.x()).add(' ').number(page.height() - words.baseline()).add(" Td [(");
    glyphs(run, used);
    out.add(")]TJ ET\n");
    if (words.tag() != null && words.tag().target().isPresent()) {
      link(words, words.tag(), words.tag().target().get());
    }
  }

  private void glyphs(TextRun run, Characters used) {
    String text = run.text();
    int before = ' ';
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      int kerning = run.kerning(before, codePoint);
      if (kerning != 0) {
        out.add(')').number(-kerning).add('(');
      }
      int code = used.code(codePoint);
      out.octet(code >> 8).octet(code & 0xFF);
      before = codePoint;
      i += Character.charCount(codePoint);
    }
  }

  private void link(Mark.Words words, Tag tag, URI target) {
    float size = words.run().style().size();
    float base = page.height() - words.baseline();
    Element element = tags.element(tag);
    tags.addArea(element, pageNumber, linksBefore + links.size());
    links.add(
        new Plate.Link(
            words.x(),
            base - size * 0.25f,
            words.x() + words.run().width(),
            base + size * 0.8f,
            element.number(),
            target));
  }

  private void write(Mark.Rule rule) {
    out.add("q ").add(rule.ink().stroke()).add(' ').number(rule.thickness()).add(" w ");
    out.number(rule.x()).add(' ').number(page.height() - rule.y()).add(" m ");
    out.number(rule.toX()).add(' ').number(page.height() - rule.toY()).add(" l S Q\n");
  }

  private void write(Mark.Drawing drawing) {
    out.add("q 1 0 0 1 ").number(drawing.x()).add(' ').number(page.height() - drawing.y());
    out.add(" cm\n").add(drawing.operators()).add("Q\n");
  }
}
