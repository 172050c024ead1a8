package org.regards.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.Deflater;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.regards.language.LetterLanguage;

/**
 * Writes finished pages as one PDF that is valid by PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO
 * 19005-2). Nothing in it depends on the clock or on chance. For one document, on one thread.
 */
final class PdfFile {
  private static final PdfName INFO_FILE_ID = PdfName.FILEID;
  private static final int LIKELY_SIZE = 1 << 16;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(LIKELY_SIZE);
  private final Map<FontFace, EmbeddedFont> fonts = new LinkedHashMap<>();
  private final Map<Plate, String> plates = new LinkedHashMap<>();
  private final PdfDictionary resources = new PdfDictionary();
  private final MessageDigest digest = sha256();
  private final Document document;
  private final LetterWriter writer;
  private final TagTree tags;

  /** What the file says of itself. */
  record Description(String title, LetterLanguage language, LocalDate date) {}

  /**
   * @param name as the pages call it
   */
  record EmbeddedFont(String name, FontSubset subset) {}

  private PdfFile(Page first) {
    this.document = new Document(new Rectangle(first.width(), first.height()));
    this.writer = LetterWriter.of(document, bytes);
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.setCompressionLevel(
        Deflater.BEST_SPEED); // of pages: two thirds of the time, 5 % more bytes
    writer.setTagged();
    writer.setTabs(PdfName.S);
    writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
    document.open();
    this.tags = new TagTree(writer);
  }

  static byte[] write(List<Page> pages, Description description, FontSubsets subsets) {
    PdfFile file = new PdfFile(pages.getFirst());
    try {
      file.embedFonts(pages, subsets);
      file.embedPlates(pages);
      for (Page page : pages) {
        file.add(page);
      }
      file.describe(description);
      file.document.close();
      return file.bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void embedFonts(List<Page> pages, FontSubsets subsets) throws IOException {
    Map<FontFace, SortedSet<Integer>> blocks = new LinkedHashMap<>();
    for (Page page : pages) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Words words) {
          TextRun run = words.run();
          collect(run.text(), blocks.computeIfAbsent(run.face(), ignored -> new TreeSet<>()));
        }
      }
    }
    PdfDictionary dictionary = new PdfDictionary();
    for (Map.Entry<FontFace, SortedSet<Integer>> entry : blocks.entrySet()) {
      FontSubset subset = subsets.of(entry.getKey(), entry.getValue());
      String name = "F" + fonts.size();
      fonts.put(entry.getKey(), new EmbeddedFont(name, subset));
      dictionary.put(new PdfName(name), subset.addTo(writer));
    }
    resources.put(PdfName.FONT, writer.addToBody(dictionary).getIndirectReference());
  }

  private void embedPlates(List<Page> pages) throws IOException {
    PdfDictionary dictionary = new PdfDictionary();
    for (Page page : pages) {
      for (Mark mark : page.marks()) {
        if (mark instanceof Mark.Picture picture && !plates.containsKey(picture.plate())) {
          String name = "P" + plates.size();
          plates.put(picture.plate(), name);
          dictionary.put(new PdfName(name), picture.plate().addTo(writer));
          digest.update(picture.plate().bytes());
        }
      }
    }
    if (!plates.isEmpty()) {
      resources.put(PdfName.XOBJECT, writer.addToBody(dictionary).getIndirectReference());
    }
  }

  private static void collect(String text, SortedSet<Integer> blocks) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (codePoint >= 0x80) {
        blocks.add(FontSubsets.block(codePoint));
      }
      i += Character.charCount(codePoint);
    }
  }

  private void add(Page page) throws IOException {
    document.setPageSize(new Rectangle(page.width(), page.height()));
    document.newPage();
    PdfContentByte content = writer.getDirectContent();
    new PageContent(content, page.height(), fonts, plates, tags).write(page.marks());
    digest.update(content.getInternalBuffer().toByteArray());
    writer.furnish(resources, tags.linksOf(page));
  }

  private void describe(Description description) throws IOException {
    byte[] metadata = Metadata.xmp(description.title(), description.language(), description.date());
    digest.update(metadata);
    writer.setXmpMetadata(metadata);
    String date = "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(description.date()) + "000000Z";
    PdfDictionary info = writer.getInfo();
    info.put(PdfName.TITLE, new PdfString(description.title(), PdfObject.TEXT_UNICODE));
    info.put(PdfName.PRODUCER, new PdfString(Metadata.PRODUCER));
    info.put(PdfName.CREATIONDATE, new PdfString(date));
    info.put(PdfName.MODDATE, new PdfString(date));
    byte[] id = digest.digest();
    info.put(INFO_FILE_ID, PdfEncryption.createInfoId(id, id));
    PdfDictionary catalog = writer.getExtraCatalog();
    catalog.put(PdfName.LANG, new PdfString(description.language().tag()));
    catalog.put(PdfName.OUTPUTINTENTS, Metadata.outputIntents(writer));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
