package org.regards.pdf;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.Supplies.Characters;
import org.regards.pdf.TagTree.Element;

/** Writes the marks of one page as its content stream; all of it is tagged or an artifact. */
final class PageContent {
  private final PdfBytes out;
  private final Page page;
  private final int pageNumber;
  private final int linksBefore;
  private final Supplies supplies;
  private final TagTree tags;
  private final Workbench workbench;
  private final List<PressedPage.Link> links = new ArrayList<>(0);
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
      Supplies supplies,
      TagTree tags,
      Workbench workbench) {
    this.page = page;
    this.pageNumber = pageNumber;
    this.linksBefore = linksBefore;
    this.supplies = supplies;
    this.tags = tags;
    this.workbench = workbench;
    this.out = workbench.content();
  }

  PressedPage pressed() {
    for (Mark mark : VisualOrder.written(page.marks())) {
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
    return new PressedPage(page, workbench.deflated(out), Arrays.copyOf(owners, marks), links);
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
      tags.place(element, page.height());
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
    if (run.shaped() == null) {
      writeCharacters(words, run);
    } else {
      float y = page.height() - words.baseline();
      new GlyphContent(run, supplies.glyphs(run.face()), out).write(run.shaped(), words.x(), y);
      last = null;
    }
    if (words.tag() != null && words.tag().target().isPresent()) {
      link(words, words.tag(), words.tag().target().get());
    }
  }

  private void writeCharacters(Mark.Words words, TextRun run) {
    out.add("BT ");
    Characters used = characters;
    if (used == null || last == null || !last.looksLike(run)) {
      used = supplies.of(run.face());
      out.add(run.style().ink().fill()).add("\n/").add(run.face().resource()).add(' ');
      out.number(run.style().size()).add(" Tf\n");
      last = run;
      characters = used;
    }
    out.number(words.x()).add(' ').number(page.height() - words.baseline()).add(" Td [(");
    glyphs(run, used);
    out.add(")]TJ ET\n");
  }

  private void glyphs(TextRun run, Characters used) {
    String text = run.text();
    int length = text.length();
    int before = ' ';
    for (int i = 0; i < length; ) {
      int codePoint = text.codePointAt(i);
      int kerning = run.kerning(before, codePoint);
      if (kerning != 0) {
        out.add(')').number(-kerning).add('(');
      }
      out.code(used.code(codePoint));
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
        new PressedPage.Link(
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

  private void write(Mark.Picture picture) {
    Plate plate = picture.plate();
    supplies.add(plate);
    out.add("q ").number(picture.width()).add(" 0 0 ").number(picture.height()).add(' ');
    out.number(picture.x()).add(' ').number(page.height() - picture.y() - picture.height());
    out.add(" cm /").add(plate.name()).add(" Do Q\n");
  }
}
