package org.regards.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF as a screen reader does: by its tags, with the texts that are given for them. */
final class PaperReader {
  private final Map<PDPage, Map<Integer, PDMarkedContent>> contents = new HashMap<>();
  private final List<String> paragraphs = new ArrayList<>();

  private PaperReader() {}

  /** What each tagged paragraph says. */
  static List<String> paragraphs(byte[] pdf) {
    PaperReader reader = new PaperReader();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        Map<Integer, PDMarkedContent> marked = new HashMap<>();
        extractor.getMarkedContents().forEach(content -> marked.put(content.getMCID(), content));
        reader.contents.put(page, marked);
      }
      document
          .getDocumentCatalog()
          .getStructureTreeRoot()
          .getKids()
          .forEach(kid -> reader.collect((PDStructureElement) kid));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.paragraphs;
  }

  private void collect(PDStructureElement element) {
    if (element.getStructureType().equals("P")) {
      paragraphs.add(said(element).strip());
      return;
    }
    for (Object kid : element.getKids()) {
      if (kid instanceof PDStructureElement child) {
        collect(child);
      }
    }
  }

  private String said(PDStructureElement element) {
    if (element.getActualText() != null) {
      return element.getActualText();
    }
    StringBuilder said = new StringBuilder();
    for (Object kid : element.getKids()) {
      switch (kid) {
        case PDStructureElement child -> said.append(said(child));
        case Integer mark -> said.append(said(contents.get(element.getPage()).get(mark)));
        case PDMarkedContentReference mark ->
            said.append(said(contents.get(mark.getPage()).get(mark.getMCID())));
        default -> {}
      }
    }
    return said.toString();
  }

  private static String said(PDMarkedContent content) {
    if (content.getActualText() != null) {
      return content.getActualText();
    }
    StringBuilder said = new StringBuilder();
    for (Object part : content.getContents()) {
      switch (part) {
        case TextPosition position -> said.append(position.getUnicode());
        case PDMarkedContent nested -> said.append(said(nested));
        default -> {}
      }
    }
    return said.toString();
  }
}
