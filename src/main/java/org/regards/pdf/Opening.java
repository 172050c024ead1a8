package org.regards.pdf;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How files begin that use the same parts of the same fonts: header, colours and fonts, written
 * once and copied into each. Nearly all of a letter's file is this. Immutable, safe for all
 * threads.
 *
 * @param places where the objects in it lie
 * @param colours the profile of the output intent
 * @param fonts by their names in pages
 */
record Opening(PdfBytes bytes, PdfBody.Places places, int colours, Map<String, Integer> fonts) {
  static Opening of(Map<String, FontSubset> subsets) throws IOException {
    PdfBytes bytes = new PdfBytes(1 << 15);
    PdfBody body = PdfBody.plain(bytes);
    int colours = Metadata.writeColours(body);
    Map<String, Integer> fonts = new LinkedHashMap<>();
    for (Map.Entry<String, FontSubset> entry : subsets.entrySet()) {
      int font = body.reserve();
      entry.getValue().write(body, font);
      fonts.put(entry.getKey(), font);
    }
    return new Opening(bytes, body.places(), colours, fonts);
  }
}
