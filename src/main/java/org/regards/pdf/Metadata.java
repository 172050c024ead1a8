package org.regards.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.regards.pdf.PdfFile.Description;

/** What PDF/UA-1 and PDF/A-2a want to be told of a document. */
final class Metadata {
  static final String PRODUCER = "Regards";

  private static final byte[] SRGB =
      deflated(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());

  /** PDF/A-2 (6.6.2.3) wants the schema of PDF/UA declared where it is used. */
  private static final String XMP_FORM =
      """
      <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
       xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"\
       xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"\
       xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"\
       xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"\
       xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"\
       xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <dc:format>application/pdf</dc:format>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%title</rdf:li>\
      <rdf:li xml:lang="%language">%title</rdf:li></rdf:Alt></dc:title>
      <dc:language><rdf:Bag><rdf:li>%language</rdf:li></rdf:Bag></dc:language>
      <xmp:CreateDate>%dateT00:00:00Z</xmp:CreateDate>
      <xmp:ModifyDate>%dateT00:00:00Z</xmp:ModifyDate>
      <pdf:Producer>Regards</pdf:Producer>
      <pdfaid:part>2</pdfaid:part>
      <pdfaid:conformance>A</pdfaid:conformance>
      <pdfuaid:part>1</pdfuaid:part>
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 it conforms to</pdfaProperty:description>
      </rdf:li></rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      </rdf:RDF>
      </x:xmpmeta>
      <?xpacket end="r"?>
      """;

  /** The form cut at its blanks, each blank a piece of its own. */
  private static final List<byte[]> XMP_PIECES =
      Stream.of(XMP_FORM.split("(?=%)|(?<=%title)|(?<=%language)|(?<=%date)"))
          .map(piece -> piece.getBytes(StandardCharsets.UTF_8))
          .toList();

  private Metadata() {}

  /** What the document says of itself, as XMP. */
  static void xmp(Description description, PdfBytes out) {
    byte[] title = escaped(description.title()).getBytes(StandardCharsets.UTF_8);
    for (byte[] piece : XMP_PIECES) {
      if (piece[0] != '%') {
        out.add(piece);
      } else {
        switch (piece[1]) {
          case 't' -> out.add(title);
          case 'l' -> out.add(description.language().tag());
          default -> out.add(description.date().toString());
        }
      }
    }
  }

  /** Writes the colours that all pages are in; returns the number of the profile. */
  static int writeColours(PdfBody body) throws IOException {
    int profile = body.reserve();
    body.stream(profile, "/N 3/Filter/FlateDecode", SRGB);
    return profile;
  }

  /** The catalog's entry for the colours. */
  static void addIntent(int profile, PdfBytes out) {
    out.add("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB");
    out.add(" IEC61966-2.1)/Info(sRGB IEC61966-2.1)/RegistryName(http://www.color.org)");
    out.add("/DestOutputProfile ").reference(profile).add(">>]");
  }

  private static byte[] deflated(byte[] profile) {
    PdfBytes bytes = new PdfBytes(profile.length).add(profile);
    try (Workbench workbench = Workbench.borrow()) {
      return workbench.deflated(bytes);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
