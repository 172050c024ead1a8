package org.regards.pdf;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfLiteral;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfStructureTreeRoot;
import org.openpdf.text.pdf.PdfWriter;

/** The structure tree of one PDF, grown as its text is written. */
final class TagTree {
  private static final PdfLiteral SCOPE_COLUMN = new PdfLiteral("<</O/Table/Scope/Column>>");
  private static final PdfLiteral BULLETS = new PdfLiteral("<</O/List/ListNumbering/Disc>>");
  private static final PdfName LAYOUT = new PdfName("Layout");
  private static final PdfName STRUCT_PARENT = new PdfName("StructParent");
  private static final int ANNOTATION_PRINTED = 4;

  private final PdfWriter writer;
  private final PdfStructureTreeRoot root;
  private final Map<Tag, PdfStructureElement> elements = new HashMap<>();

  TagTree(PdfWriter writer) {
    this.writer = writer;
    this.root = writer.getStructureTreeRoot();
  }

  /**
   * The element of a tag; it comes into being, after its elder siblings, when it is first needed.
   */
  PdfStructureElement element(Tag tag) {
    PdfStructureElement known = elements.get(tag);
    if (known != null) {
      return known;
    }
    PdfName type = new PdfName(tag.role().type());
    PdfStructureElement made =
        tag.parent()
            .map(parent -> new PdfStructureElement(element(parent), type))
            .orElseGet(() -> new PdfStructureElement(root, type));
    switch (tag.role()) {
      case HEAD_CELL -> made.put(PdfName.A, SCOPE_COLUMN);
      case LIST -> made.put(PdfName.A, BULLETS);
      case DOCUMENT, DIVISION, HEADING, PARAGRAPH, SPAN, LINK, LIST_ITEM, LABEL, LIST_BODY -> {}
      case TABLE, ROW, CELL, FIGURE -> {}
    }
    elements.put(tag, made);
    return made;
  }

  /** Says of a figure what it shows and where it stands. */
  void describe(Tag.Figure figure, PdfStructureElement element, float pageHeight) {
    PdfDictionary layout = new PdfDictionary();
    layout.put(PdfName.O, LAYOUT);
    float bottom = pageHeight - figure.top() - figure.height();
    layout.put(
        PdfName.BBOX,
        new PdfArray(
            new float[] {
              figure.left(), bottom, figure.left() + figure.width(), bottom + figure.height()
            }));
    element.put(PdfName.A, layout);
    element.put(PdfName.ALT, new PdfString(figure.alt(), PdfObject.TEXT_UNICODE));
  }

  /** The live areas over the links of the page that is being written. */
  PdfArray linksOf(Page page) throws IOException {
    PdfArray annotations = new PdfArray();
    for (Mark mark : page.marks()) {
      if (mark instanceof Mark.Words words
          && words.tag() != null
          && words.tag().target().isPresent()) {
        URI target = words.tag().target().get();
        annotations.add(annotation(words, element(words.tag()), target, page.height()));
      }
    }
    return annotations;
  }

  private PdfIndirectReference annotation(
      Mark.Words words, PdfStructureElement element, URI target, float pageHeight)
      throws IOException {
    float size = words.run().style().size();
    float base = pageHeight - words.baseline();
    PdfDictionary action = new PdfDictionary();
    action.put(PdfName.S, PdfName.URI);
    action.put(PdfName.URI, new PdfString(target.toASCIIString()));
    PdfDictionary annotation = new PdfDictionary(PdfName.ANNOT);
    annotation.put(PdfName.SUBTYPE, PdfName.LINK);
    annotation.put(
        PdfName.RECT,
        new PdfArray(
            new float[] {
              words.x(), base - size * 0.25f, words.x() + words.run().width(), base + size * 0.8f
            }));
    annotation.put(PdfName.BORDER, new PdfArray(new int[] {0, 0, 0}));
    annotation.put(PdfName.F, new PdfNumber(ANNOTATION_PRINTED));
    annotation.put(PdfName.A, action);
    annotation.put(PdfName.CONTENTS, new PdfString(target.toString(), PdfObject.TEXT_UNICODE));
    int key = root.addExistingObject(element.getReference());
    annotation.put(STRUCT_PARENT, new PdfNumber(key));
    PdfIndirectReference reference = writer.addToBody(annotation).getIndirectReference();
    refer(element, reference);
    return reference;
  }

  private void refer(PdfStructureElement link, PdfIndirectReference annotation) {
    PdfDictionary objectReference = new PdfDictionary(new PdfName("OBJR"));
    objectReference.put(PdfName.PG, writer.getCurrentPage());
    objectReference.put(PdfName.OBJ, annotation);
    PdfObject kids = link.get(PdfName.K);
    PdfArray list = kids instanceof PdfArray known ? known : new PdfArray(kids);
    list.add(objectReference);
    link.put(PdfName.K, list);
  }
}
