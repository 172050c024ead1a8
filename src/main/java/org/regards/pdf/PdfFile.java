package org.regards.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;
import org.regards.pdf.Gathering.Binding;
import org.regards.pdf.Gathering.Bound;
import org.regards.pdf.Gathering.Spine;
import org.regards.pdf.Imposition.Flip;

/**
 * Writes finished pages as one PDF that is valid by PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO
 * 19005-2). Nothing in it depends on the clock or on chance. For one document, on one thread.
 */
final class PdfFile {
  /** As many pages are kept before they are written. */
  private static final int PAGES_GATHERED = 64;

  private static final int IDENTITY_LENGTH = 16;

  private final FontSubsets subsets;
  private final MessageDigest digest = sha256();
  private final Supplies supplies;
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

  /**
   * What the file says of itself.
   *
   * @param flip how its sheets are turned to print their other side, or null if that is all the
   *     same
   */
  record Description(String title, LetterLanguage language, LocalDate date, @Nullable Flip flip) {
    Description(String title, LetterLanguage language, LocalDate date) {
      this(title, language, date, null);
    }

    Description turned(@Nullable Flip wanted) {
      return new Description(title, language, date, wanted);
    }
  }

  private PdfFile(PdfBody body, Binding binding, FontSubsets subsets, Supplies supplies) {
    this.body = body;
    this.subsets = subsets;
    this.supplies = supplies;
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

  /** Begins the file of a run. */
  static PdfFile ofRun(OutputStream out, FontSubsets subsets) throws IOException {
    return new PdfFile(PdfBody.deflating(out), Binding.RUN, subsets, new Supplies());
  }

  /** The file of a letter of its own. */
  static byte[] write(List<Page> pages, Description description, FontSubsets subsets) {
    try (Workbench workbench = Workbench.borrow()) {
      PressedLetter letter = Press.pressed(pages, new Supplies(), workbench);
      Opening opening = subsets.opening(letter.supplies().faces());
      PdfBytes bytes = workbench.file();
      PdfBody body = PdfBody.plain(bytes, opening.bytes(), opening.places());
      PdfFile file = new PdfFile(body, Binding.LETTER, subsets, letter.supplies());
      file.add(letter, description.language());
      file.end(description, opening.fonts(), opening.colours());
      return bytes.copy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  /** Ends the file. The fonts come last: only now is known which characters they must have. */
  void end(Description description) throws IOException {
    Map<String, Integer> fonts = new LinkedHashMap<>();
    for (Supplies.Characters used : supplies.faces()) {
      int font = body.reserve();
      subsets.of(used).write(body, font);
      fonts.put(used.face().resource(), font);
    }
    end(description, fonts, Metadata.writeColours(body));
  }

  private void end(Description description, Map<String, Integer> fonts, int colours)
      throws IOException {
    if (gathering.pages() > 0) {
      bind();
    }
    PdfBytes out = new PdfBytes(1 << 12);
    writeResources(fonts, out);
    out.clear();
    out.add("<</Type/Pages/Count ").number(pages).add("/Kids");
    body.object(spine.pageTree(), references(pageNodes, out).add(">>"));
    writeStructure(out);
    out.clear();
    Metadata.xmp(description, out);
    digest.update(out.array(), 0, out.length());
    int metadata = body.reserve();
    body.stream(metadata, "/Type/Metadata/Subtype/XML", out.array(), out.length());
    out.clear();
    out.add("<</Type/Catalog/Version/1.7/Pages ").reference(spine.pageTree());
    out.add("/Lang").text(description.language().tag()).add("/MarkInfo<</Marked true>>");
    out.add("/ViewerPreferences<</DisplayDocTitle true");
    Flip flip = description.flip();
    out.add(flip == null ? "" : "/Duplex/" + flip.preference()).add(">>/StructTreeRoot ");
    out.reference(structureRoot).add("/Metadata ").reference(metadata);
    Metadata.addIntent(colours, out);
    body.object(catalog, out.add(">>"));
    out.clear();
    String date = "D:" + DateTimeFormatter.BASIC_ISO_DATE.format(description.date()) + "000000Z";
    out.add("<</Title").text(description.title()).add("/Producer(").add(Metadata.PRODUCER);
    out.add(")/CreationDate").text(date).add("/ModDate").text(date).add(">>");
    int information = body.reserve();
    body.object(information, out);
    byte[] identity = Arrays.copyOf(digest.digest(), IDENTITY_LENGTH);
    out.clear();
    out.add("/Root ").reference(catalog).add("/Info ").reference(information);
    body.end(out.add("/ID[").hex(identity).hex(identity).add(']'));
  }

  /** What all pages draw with; pictures and fonts of shaped text are this file's own. */
  private void writeResources(Map<String, Integer> fonts, PdfBytes out) throws IOException {
    out.add("<</Font<<");
    for (Map.Entry<String, Integer> font : fonts.entrySet()) {
      out.add('/').add(font.getKey()).add(' ').reference(font.getValue());
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
