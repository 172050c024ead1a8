package org.regards.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfWriter;
import org.regards.pdf.Shaped.Glyph;

/**
 * A part of a font, ready to be embedded. In the text of a page a character is its own code
 * (UTF-16), a map to glyphs goes with the font: so the text can be copied and read out exactly,
 * even where two characters share a glyph. Immutable, safe for all threads.
 */
final class FontSubset {
  /**
   * Of a glyph whose neighbour says it all: a word joiner, since every glyph must say something.
   */
  private static final String SAYS_NOTHING = "\u2060";

  private static final String UNICODE_MAP_HEAD =
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange
      """;
  private static final String UNICODE_MAP_FOOT =
      "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";

  private final String name;
  private final Map<Integer, Integer> codesBeyondBmp;
  private final Compressed program;
  private final Compressed glyphMap;
  private final Compressed unicodeMap;
  private final String widths;
  private final String descriptor;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Compressed(byte[] bytes, int length) {
    static Compressed of(byte[] bytes) {
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
      try (var stream = new DeflaterOutputStream(compressed, deflater)) {
        stream.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        deflater.end();
      }
      return new Compressed(compressed.toByteArray(), bytes.length);
    }
  }

  private FontSubset(
      FontFace face, SortedSet<Integer> characters, Map<Integer, Integer> codesBeyondBmp) {
    this.name = tag(characters) + "+" + face.name();
    this.codesBeyondBmp = Map.copyOf(codesBeyondBmp);
    Set<Integer> glyphs = characters.stream().map(face::glyph).collect(Collectors.toSet());
    this.program = Compressed.of(OutlineFont.of(programOf(face, characters), glyphs));
    this.glyphMap = Compressed.of(glyphMap(face, characters));
    this.unicodeMap = Compressed.of(unicodeMap(characters));
    this.widths = widths(face, characters);
    this.descriptor = descriptor(face.metrics());
  }

  private FontSubset(FontFace face, Map<Glyph, Integer> codes) {
    this.name = tag(codes) + "+" + face.name();
    this.codesBeyondBmp = Map.of();
    Set<Integer> numbers = codes.keySet().stream().map(Glyph::number).collect(Collectors.toSet());
    this.program = Compressed.of(OutlineFont.reduced(face.program(), numbers));
    this.glyphMap = Compressed.of(glyphMap(codes));
    this.unicodeMap = Compressed.of(unicodeMap(codes));
    this.widths = widths(face, codes);
    this.descriptor = descriptor(face.metrics());
  }

  /**
   * With glyphs that do not stand for one character each.
   *
   * @param codes from 1, without gaps, in their order
   */
  static FontSubset of(FontFace face, Map<Glyph, Integer> codes) {
    return new FontSubset(face, codes);
  }

  /**
   * @param codesBeyondBmp what stands for the characters from U+10000 on
   */
  static FontSubset of(
      FontFace face, SortedSet<Integer> characters, Map<Integer, Integer> codesBeyondBmp) {
    return new FontSubset(face, characters, codesBeyondBmp);
  }

  private int code(int codePoint) {
    return codePoint < 0x10000 ? codePoint : codesBeyondBmp.getOrDefault(codePoint, 0);
  }

  /** Writes the font into a PDF, under a number that was reserved for it. */
  void write(PdfBody body, int number) throws IOException {
    int programAt = body.reserve();
    String programLength = "/Filter/FlateDecode/Length1 " + program.length();
    body.stream(programAt, programLength, program.bytes());
    int glyphMapAt = body.reserve();
    body.stream(glyphMapAt, "/Filter/FlateDecode", glyphMap.bytes());
    int unicodeMapAt = body.reserve();
    body.stream(unicodeMapAt, "/Filter/FlateDecode", unicodeMap.bytes());
    PdfBytes out = new PdfBytes(1 << 10);
    out.add("<</Type/FontDescriptor/FontName/").add(name).add(descriptor);
    int descriptorAt = body.reserve();
    body.object(descriptorAt, out.add("/FontFile2 ").reference(programAt).add(">>"));
    out.clear();
    out.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/").add(name);
    out.add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W");
    out.add(widths).add("/CIDToGIDMap ").reference(glyphMapAt);
    int descendantAt = body.reserve();
    body.object(descendantAt, out.add("/FontDescriptor ").reference(descriptorAt).add(">>"));
    out.clear();
    out.add("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/").add(name);
    out.add("/DescendantFonts[").reference(descendantAt).add("]/ToUnicode ");
    body.object(number, out.reference(unicodeMapAt).add(">>"));
  }

  /** Six letters that differ from one subset of a font to the next (ISO 32000-1, 9.6.4). */
  private static String tag(Object content) {
    int hash = content.hashCode() & Integer.MAX_VALUE;
    StringBuilder tag = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      tag.append((char) ('A' + hash % 26));
      hash /= 26;
    }
    return tag.toString();
  }

  /** Lets OpenPDF write a page with the characters and takes the font out of it. */
  private static byte[] programOf(FontFace face, SortedSet<Integer> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::appendCodePoint);
    try {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      try (Document document = new Document()) {
        PdfWriter writer = PdfWriter.getInstance(document, page);
        document.open();
        BaseFont font =
            BaseFont.createFont(
                face.name() + ".ttf",
                BaseFont.IDENTITY_H,
                BaseFont.EMBEDDED,
                false,
                face.program(),
                null);
        font.setSubset(true);
        font.setIncludeCidSet(false);
        PdfContentByte content = writer.getDirectContent();
        content.beginText();
        content.setFontAndSize(font, 1);
        content.showText(text.toString());
        content.endText();
      }
      return embeddedProgram(page.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] embeddedProgram(byte[] pdf) throws IOException {
    try (PdfReader reader = new PdfReader(pdf)) {
      for (int number = 1; number < reader.getXrefSize(); number++) {
        if (reader.getPdfObject(number) instanceof PdfDictionary dictionary
            && dictionary.contains(PdfName.FONTFILE2)) {
          PdfObject program = PdfReader.getPdfObject(dictionary.get(PdfName.FONTFILE2));
          return PdfReader.getStreamBytes((PRStream) program);
        }
      }
    }
    throw new IllegalStateException("a page with text has no font");
  }

  private byte[] glyphMap(FontFace face, SortedSet<Integer> characters) {
    int last = characters.stream().mapToInt(this::code).max().orElse(0);
    byte[] map = new byte[2 * last + 2];
    for (int codePoint : characters) {
      int glyph = face.glyph(codePoint);
      map[2 * code(codePoint)] = (byte) (glyph >> 8);
      map[2 * code(codePoint) + 1] = (byte) glyph;
    }
    return map;
  }

  private String widths(FontFace face, SortedSet<Integer> characters) {
    StringBuilder widths = new StringBuilder("[");
    int expected = -1;
    for (int codePoint : characters) {
      int code = code(codePoint);
      if (code != expected) {
        widths.append(expected < 0 ? "" : "]").append(code).append('[');
      } else {
        widths.append(' ');
      }
      widths.append(face.advance(codePoint));
      expected = code + 1;
    }
    return widths.append("]]").toString();
  }

  private static byte[] glyphMap(Map<Glyph, Integer> codes) {
    byte[] map = new byte[2 * codes.size() + 2];
    codes.forEach(
        (glyph, code) -> {
          map[2 * code] = (byte) (glyph.number() >> 8);
          map[2 * code + 1] = (byte) glyph.number();
        });
    return map;
  }

  private static String widths(FontFace face, Map<Glyph, Integer> codes) {
    return codes.keySet().stream()
        .map(glyph -> Integer.toString(face.glyphAdvance(glyph.number())))
        .collect(Collectors.joining(" ", "[1[", "]]"));
  }

  private static String descriptor(FontFace.Metrics metrics) {
    List<Integer> bounds = metrics.bounds();
    return String.format(
        Locale.ROOT,
        "/Flags 4/FontBBox[%d %d %d %d]/ItalicAngle %.1f/Ascent %d/Descent %d/CapHeight %d/StemV"
            + " 80",
        bounds.get(0),
        bounds.get(1),
        bounds.get(2),
        bounds.get(3),
        metrics.italicAngle(),
        metrics.ascent(),
        metrics.descent(),
        metrics.capHeight());
  }

  /** The ToUnicode map (ISO 32000-1, 9.10.3): runs of characters that stand for themselves. */
  private byte[] unicodeMap(SortedSet<Integer> characters) {
    StringBuilder map = new StringBuilder(UNICODE_MAP_HEAD);
    for (Iterator<Integer> starts = starts(characters).iterator(); starts.hasNext(); ) {
      int start = starts.next();
      int end = start;
      while (start < 0x10000 && end % 256 != 255 && characters.contains(end + 1)) {
        end++;
      }
      map.append(
          String.format(
              Locale.ROOT,
              "1 beginbfrange%n<%04X> <%04X> <%s>%nendbfrange%n",
              code(start),
              code(start) + end - start,
              hex(start)));
    }
    map.append(UNICODE_MAP_FOOT);
    return map.toString().replace("\r\n", "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] unicodeMap(Map<Glyph, Integer> codes) {
    StringBuilder map = new StringBuilder(UNICODE_MAP_HEAD);
    codes.forEach(
        (glyph, code) ->
            map.append(
                String.format(
                    Locale.ROOT,
                    "1 beginbfchar\n<%04X> <%s>\nendbfchar\n",
                    code,
                    hex(glyph.text().isEmpty() ? SAYS_NOTHING : glyph.text()))));
    return map.append(UNICODE_MAP_FOOT).toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static SortedSet<Integer> starts(SortedSet<Integer> characters) {
    SortedSet<Integer> starts = new TreeSet<>();
    for (int codePoint : characters) {
      boolean runsOn =
          codePoint < 0x10000 && codePoint % 256 != 0 && characters.contains(codePoint - 1);
      if (!runsOn) {
        starts.add(codePoint);
      }
    }
    return starts;
  }

  private static String hex(int codePoint) {
    return hex(Character.toString(codePoint));
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }
}
