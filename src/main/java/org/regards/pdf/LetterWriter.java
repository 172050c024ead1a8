package org.regards.pdf;

import java.io.IOException;
import java.io.OutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfDocument;
import org.openpdf.text.pdf.PdfIndirectObject;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfPage;
import org.openpdf.text.pdf.PdfWriter;

/**
 * OpenPDF's writer, with pages that take their fonts and links from us: OpenPDF would subset and
 * compress every font anew for every letter, which is most of the time that a letter takes.
 */
final class LetterWriter extends PdfWriter {
  private PdfDictionary resources = new PdfDictionary();
  private PdfArray annotations = new PdfArray();

  private LetterWriter(PdfDocument pages, OutputStream out) {
    super(pages, out);
  }

  static LetterWriter of(Document document, OutputStream out) {
    PdfDocument pages = new PdfDocument();
    document.addDocListener(pages);
    LetterWriter writer = new LetterWriter(pages, out);
    pages.addWriter(writer);
    return writer;
  }

  /** What the page that is being written refers to. */
  void furnish(PdfDictionary pageResources, PdfArray pageAnnotations) {
    this.resources = pageResources;
    this.annotations = pageAnnotations;
  }

  @Override
  public PdfIndirectObject addToBody(PdfObject object, PdfIndirectReference reference)
      throws IOException {
    if (object instanceof PdfPage page) {
      page.put(PdfName.RESOURCES, resources);
      if (!annotations.isEmpty()) {
        page.put(PdfName.ANNOTS, annotations);
      }
    }
    return super.addToBody(object, reference);
  }
}
