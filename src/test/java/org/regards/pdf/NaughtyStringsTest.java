package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.PostalAddress;
import org.regards.pdf.PrintRefusal.AddressLineTooWide;
import org.regards.pdf.PrintRefusal.AddressOnFold;
import org.regards.pdf.PrintRefusal.IncompleteAddress;
import org.regards.pdf.PrintRefusal.TooManyAddressLines;
import org.regards.pdf.PrintRefusal.UnprintableCharacters;

/**
 * Every string of the Big List of Naughty Strings, as name, organisation and street, prints exactly
 * or is refused by name. Exactly: what the tag of the address says is the text that went in,
 * composed (NFC), with every stretch of white space as one space and without soft hyphens, which
 * only say where a word may be broken.
 */
class NaughtyStringsTest {
  private static final String SPACES = "[\\s\\x0B]+";

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void printsExactlyOrRefusesByName(boolean withFonts) throws IOException {
    Fonts fonts = withFonts ? Fonts.withFolder(ScriptsTest.FOLDER) : Fonts.builtIn();
    PdfPrinter printer = new PdfPrinter(Letters.ORCHARD, fonts);
    List<String> wrong = new ArrayList<>();
    int printed = 0;
    for (String naughty : naughtyStrings()) {
      for (Place place : Place.values()) {
        switch (printer.print(place.letter(naughty))) {
          case Printed.Pdf pdf -> {
            printed++;
            String address = PaperReader.paragraphs(pdf.bytes()).getFirst();
            if (!spaced(address).contains(spaced(naughty).strip())) {
              wrong.add(place + " " + naughty + " became " + address);
            }
          }
          case Printed.Refused refused ->
              refused.reasons().stream()
                  .filter(reason -> !names(reason, naughty))
                  .forEach(reason -> wrong.add(place + " " + naughty + ": " + reason.message()));
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(printed).isGreaterThan(withFonts ? 1100 : 1050);
  }

  /** Where on the envelope the string stands. */
  private enum Place {
    NAME,
    ORGANISATION,
    STREET;

    org.regards.letter.Letter letter(String text) {
      String name = this == NAME ? text : "Ms Ana Lee";
      String organisation = this == ORGANISATION ? text : "";
      String street = this == STREET ? text : "1 Mill Lane";
      return Letters.to(
          Letters.explanation(),
          name,
          organisation,
          new PostalAddress(street, "Leeds", "", "LS1 4DY", "GB"));
    }
  }

  /** Whether a refusal says which character, or which line, cannot be printed. */
  private static boolean names(PrintRefusal reason, String naughty) {
    return switch (reason) {
      case UnprintableCharacters characters ->
          characters.codePoints().stream()
              .allMatch(
                  codePoint ->
                      composed(naughty).indexOf(codePoint) >= 0
                          && reason.message().contains(" (U+"));
      case AddressLineTooWide tooWide ->
          naughty.length() > 20 && tooWide.message().startsWith("line " + tooWide.line() + " of ");
      case TooManyAddressLines ignored -> naughty.length() > 40;
      // the same lines, where they reach a fold
      case AddressOnFold ignored -> naughty.length() > 40;
      case IncompleteAddress ignored -> naughty.isBlank();
      default -> false;
    };
  }

  private static String spaced(String text) {
    return composed(text).replaceAll(SPACES, " ").replace("\u00AD", "");
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static List<String> naughtyStrings() throws IOException {
    try (InputStream list =
        NaughtyStringsTest.class.getResourceAsStream("/naughty-strings/blns.json")) {
      return new ObjectMapper().readValue(list, new TypeReference<List<String>>() {});
    }
  }
}
