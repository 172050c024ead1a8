package org.regards.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.regards.customer.PostalAddress;

/**
 * How the lines of an address are arranged in one country: {@code %N} name, {@code %O}
 * organisation, {@code %A} street, {@code %C} locality, {@code %S} region, {@code %Z} postal code,
 * {@code %n} a new line; all else is printed when the part after it is. Checked against Google's
 * libaddressinput, from which it differs in leaving names and streets as recorded where that asks
 * for capitals, and in a territory's prefix of the postal code, which is printed on letters from
 * abroad only.
 *
 * @param capitals the letters of the parts that are printed in capitals
 */
public record PostalForm(String pattern, String capitals) {
  private static final String LOCALITY_THEN_CODE = "%N%n%O%n%A%n%C%n%Z";
  private static final String CODE_BEFORE_LOCALITY = "%N%n%O%n%A%n%Z %C";
  private static final String ORGANISATION_FIRST = "%O%n%N%n%A%n%Z %C";

  /** Everywhere else: what a sorter finds by the locality, with all that is on record. */
  private static final PostalForm OTHER = new PostalForm("%N%n%O%n%A%n%Z %C%n%S", "");

  private static final String JAPANESE_CODE = "〒";
  private static final PostalForm JAPAN_IN_JAPANESE =
      new PostalForm(JAPANESE_CODE + "%Z%n%S%C%n%A%n%O%n%N", "");

  private static final Map<String, PostalForm> FORMS =
      Map.ofEntries(
          Map.entry("AR", new PostalForm("%N%n%O%n%A%n%Z %C%n%S", "CZ")),
          Map.entry("AT", new PostalForm(ORGANISATION_FIRST, "")),
          Map.entry("AU", new PostalForm("%O%n%N%n%A%n%C %S %Z", "CS")),
          Map.entry("BE", new PostalForm(ORGANISATION_FIRST, "")),
          Map.entry("BG", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("BR", new PostalForm("%O%n%N%n%A%n%C-%S%n%Z", "CS")),
          Map.entry("CA", new PostalForm("%N%n%O%n%A%n%C %S %Z", "CSZ")),
          Map.entry("CH", new PostalForm("%O%n%N%n%A%nCH-%Z %C", "")),
          Map.entry("CL", new PostalForm("%N%n%O%n%A%n%Z %C%n%S", "")),
          Map.entry("CO", new PostalForm("%N%n%O%n%A%n%C, %S, %Z", "")),
          Map.entry("CR", new PostalForm("%N%n%O%n%A%n%S, %C%n%Z", "")),
          Map.entry("CY", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("CZ", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("DE", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("DK", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("EE", new PostalForm("%N%n%O%n%A%n%Z %C %S", "")),
          Map.entry("ES", new PostalForm("%N%n%O%n%A%n%Z %C %S", "CS")),
          Map.entry("FI", new PostalForm("%O%n%N%n%A%nFI-%Z %C", "")),
          Map.entry("FR", new PostalForm(ORGANISATION_FIRST, "C")),
          Map.entry("GB", new PostalForm(LOCALITY_THEN_CODE, "CZ")),
          Map.entry("GR", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("GT", new PostalForm("%N%n%O%n%A%n%Z- %C", "")),
          Map.entry("HR", new PostalForm("%N%n%O%n%A%nHR-%Z %C", "")),
          Map.entry("HU", new PostalForm("%N%n%O%n%C%n%A%n%Z", "C")),
          Map.entry("IE", new PostalForm("%N%n%O%n%A%n%C%n%S%n%Z", "")),
          Map.entry("IN", new PostalForm("%N%n%O%n%A%n%C %Z%n%S", "")),
          Map.entry("IS", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("IT", new PostalForm("%N%n%O%n%A%n%Z %C %S", "CS")),
          Map.entry("JP", new PostalForm("%N%n%O%n%A%n%C, %S%n%Z", "S")),
          Map.entry("LI", new PostalForm("%O%n%N%n%A%nFL-%Z %C", "")),
          Map.entry("LT", new PostalForm("%O%n%N%n%A%nLT-%Z %C %S", "")),
          Map.entry("LU", new PostalForm("%N%n%O%n%A%nL-%Z %C", "")),
          Map.entry("LV", new PostalForm("%N%n%O%n%A%n%S%n%C, %Z", "")),
          Map.entry("MT", new PostalForm("%N%n%O%n%A%n%C %Z", "CZ")),
          Map.entry("MX", new PostalForm("%N%n%O%n%A%n%Z %C, %S", "CSZ")),
          Map.entry("NL", new PostalForm(ORGANISATION_FIRST, "")),
          Map.entry("NO", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("NZ", new PostalForm("%N%n%O%n%A%n%C %Z", "")),
          Map.entry("PH", new PostalForm("%N%n%O%n%A%n%C%n%Z %S", "")),
          Map.entry("PL", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("PT", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("RO", new PostalForm("%N%n%O%n%A%n%Z %S %C", "C")),
          Map.entry("SE", new PostalForm("%O%n%N%n%A%nSE-%Z %C", "")),
          Map.entry("SG", new PostalForm("%N%n%O%n%A%n%C %Z", "C")),
          Map.entry("SI", new PostalForm("%N%n%O%n%A%nSI-%Z %C", "")),
          Map.entry("SK", new PostalForm(CODE_BEFORE_LOCALITY, "")),
          Map.entry("TR", new PostalForm("%N%n%O%n%A%n%Z %C/%S", "")),
          Map.entry("US", new PostalForm("%N%n%O%n%A%n%C, %S %Z", "CS")),
          Map.entry("VE", new PostalForm("%N%n%O%n%A%n%C %Z, %S", "CS")),
          Map.entry("ZA", new PostalForm(LOCALITY_THEN_CODE, "")));

  public static PostalForm of(PostalAddress address) {
    if (address.country().equals("JP") && isEastAsian(address.street() + address.locality())) {
      return JAPAN_IN_JAPANESE;
    }
    return FORMS.getOrDefault(address.country(), OTHER);
  }

  /** The lines without the country; empty parts leave no trace. */
  public List<String> lines(
      String name, String organisation, PostalAddress address, boolean fromAbroad) {
    List<String> lines = new ArrayList<>();
    for (String row : pattern.split("%n")) {
      lines.addAll(line(row, name, organisation, address, fromAbroad).lines().toList());
    }
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private String line(
      String row, String name, String organisation, PostalAddress address, boolean fromAbroad) {
    StringBuilder line = new StringBuilder();
    int position = 0;
    while (position < row.length()) {
      int mark = row.indexOf('%', position);
      String before = row.substring(position, mark);
      char part = row.charAt(mark + 1);
      String text = inCase(part, text(part, name, organisation, address));
      if (!text.isEmpty()) {
        boolean prefix = line.isEmpty() && before.endsWith("-");
        boolean printed =
            prefix
                ? fromAbroad && !text.startsWith(before)
                : !line.isEmpty() || JAPANESE_CODE.equals(before);
        line.append(printed ? before : "").append(text);
      }
      position = mark + 2;
    }
    return line.toString();
  }

  private String inCase(char part, String text) {
    return capitals.indexOf(part) >= 0 ? text.toUpperCase(Locale.ROOT) : text;
  }

  private static String text(char part, String name, String organisation, PostalAddress address) {
    return switch (part) {
      case 'N' -> name.strip();
      case 'O' -> organisation.strip();
      case 'A' -> address.street().strip();
      case 'C' -> address.locality().strip();
      case 'S' ->
          // Madrid in Madrid is said once
          address.region().strip().equalsIgnoreCase(address.locality().strip())
              ? ""
              : address.region().strip();
      case 'Z' -> address.postalCode().strip();
      default -> throw new IllegalArgumentException("no part of an address: " + part);
    };
  }

  private static boolean isEastAsian(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
