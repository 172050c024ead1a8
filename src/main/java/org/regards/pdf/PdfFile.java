package org.regards.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.regards.language.LetterLanguage;
import org.regards.pdf.Gathering.Binding;
import org.regards.pdf.Gathering.Bound;
import org.regards.pdf.Gathering.Spine;

/**
 * Writes finished pages as one PDF that is valid by PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO
 * 19005-2). Nothing in it depends on the clock or on chance. For one document, on one thread.
 */
final class PdfFile {
  /** As many pages are kept before they are written. */
  private static final int PAGES_GATHERED = 64;

  private static final int LIKELY_SIZE = 1 << 16;
  private static final int IDENTITY_LENGTH = 16;

  private final FontSubsets subsets;
  private final MessageDigest digest = sha256();
  private final Supplies supplies = new Supplies();
  private final List<Integer> pageNodes = new ArrayList<>();
  private final List<Integer> structure = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final PdfBody body;
  private final int catalog;
  private final int structureRoot;
  private final Spine spine;
  private Gathering gathering;
  private int pages;
  private int nextKey;

  /** What the file says of itself. */
  record Description(String title, LetterLanguage language, LocalDate date) {}

  PdfFile(OutputStream out, FontSubsets subsets, Binding binding) throws IOException {
    this.subsets = subsets;
    this.body = new PdfBody(out);
    this.catalog = body.reserve();
    int pageTree = body.reserve();
    int resources = body.reserve();
    this.structureRoot = body.reserve();
    int above =
        switch (binding) {
          case LETTER -> structureRoot;
          case RUN -> body.reserve();
        };
    this.spine = new Spine(pageTree, resources, above, binding);
    this.gathering = new Gathering(spine);
  }

  /** The file of a letter of its own. */
  static byte[] write(List<Page> pages, Description description, FontSubsets subsets) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(LIKELY_SIZE);
    try {
      PdfFile file = new PdfFile(bytes, subsets, Binding.LETTER);
      file.add(Press.pressed(pages, file.supplies), description.language());
      file.end(description);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The pages written and gathered so far. */
  int pages() {
    return pages + gathering.pages();
  }

  /** For letters that are pressed for this file. */
  Supplies supplies() {
    return supplies;
  }

  void add(PressedLetter letter, LetterLanguage language) throws IOException {
    if (letter.supplies() != supplies) {
      supplies.addAll(letter.supplies());
    }
    for (PressedPage page : letter.pages()) {
      digest.update(page.content());
    }
    gathering.add(letter, language);
    if (gathering.pages() >= PAGES_GATHERED) {
      bind();
    }
  }

  private void bind() throws IOException {
    Bound bound = gathering.writeTo(body, nextKey);
    pageNodes.add(bound.pageNode());
    structure.addAll(bound.structure());
    bound.parents().ifPresent(parents::add);
    pages += bound.pages();
    nextKey = bound.nextKey();
    gathering = new Gathering(spine);
  }

  void end(Description description) throws IOException {
    if (gathering.pages() > 0) {
      bind();
    }
    PdfBytes out = new PdfBytes(1 << 12);
    writeResources(out);
    out.clear();
    out.add("<</Type/Pages/Count ").number(pages).add("/Kids");
    body.object(spine.pageTree(), references(pageNodes, out).add(">>"));
    writeStructure(out);
    byte[] metadata = Metadata.xmp(description.title(), description.language(), description.date());
    digest.update(metadata);
    int metadataAt = body.reserve();
    body.stream(metadataAt, "/Type/Metadata/Subtype/XML", metadata);
    out.clear();
    out.add("<</Type/Catalog/Version/1.7/Pages ").reference(spine.pageTree());
    out.add("/Lang").text(description.language().tag()).add("/MarkInfo<</Marked true>>");
    out.add("/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot ");
    out.reference(structureRoot).add("/Metadata ").reference(metadataAt);
    String intents = Metadata.outputIntents(body);
    body.object(catalog, out.add(intents).add(">>"));
    out.clear();
    String date = "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(description.date()) + "000000Z";
    out.add("<</Title").text(description.title()).add("/Producer(" + Metadata.PRODUCER + ")");
    out.add("/CreationDate").text(date).add("/ModDate").text(date).add(">>");
    int information = body.reserve();
    body.object(information, out);
    byte[] identity = Arrays.copyOf(digest.digest(), IDENTITY_LENGTH);
    out.clear();
    out.add("/Root ").reference(catalog).add("/Info ").reference(information);
    body.end(out.add("/ID[").hex(identity).hex(identity).add(']'));
  }

  /** The fonts come last: only now is known which characters they must have. */
  private void writeResources(PdfBytes out) throws IOException {
    out.add("<</Font<<");
    for (Supplies.Characters used : supplies.faces()) {
      int font = body.reserve();
      subsets.of(used).write(body, font);
      out.add('/').add(used.face().resource()).add(' ').reference(font);
    }
    for (GlyphFont used : supplies.glyphs()) {
      int font = body.reserve();
      used.subset().write(body, font);
      out.add('/').add(used.name()).add(' ').reference(font);
    }
    out.add(">>");
    if (!supplies.plates().isEmpty()) {
      out.add("/XObject<<");
      for (Plate plate : supplies.plates()) {
        int picture = body.reserve();
        plate.write(body, picture);
        out.add('/').add(plate.name()).add(' ').reference(picture);
      }
      out.add(">>");
    }
    body.object(spine.resources(), out.add(">>"));
  }

  private void writeStructure(PdfBytes out) throws IOException {
    List<Integer> roots = structure;
    if (spine.binding() == Binding.RUN) {
      out.clear();
      out.add("<</S/Document/P ").reference(structureRoot).add("/K");
      body.object(spine.structure(), references(structure, out).add(">>"));
      roots = List.of(spine.structure());
    }
    int parentTree = body.reserve();
    out.clear();
    body.object(parentTree, references(parents, out.add("<</Kids")).add(">>"));
    out.clear();
    out.add("<</Type/StructTreeRoot/ParentTreeNextKey ").number(nextKey);
    out.add("/ParentTree ").reference(parentTree).add("/K");
    body.object(structureRoot, references(roots, out).add(">>"));
  }

  private static PdfBytes references(List<Integer> objects, PdfBytes out) {
    out.add('[');
    for (int object : objects) {
      out.reference(object).add(' ');
    }
    return out.add(']');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
