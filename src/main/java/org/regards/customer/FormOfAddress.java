package org.regards.customer;

import java.util.Locale;
import java.util.Map;

/**
 * How a person wants to be addressed, as far as the title on record tells; never guessed from a
 * name.
 */
public enum FormOfAddress {
  WOMAN,
  MAN,
  /** No title, a neutral one (Mx), or an academic one alone: the salutation uses the whole name. */
  BY_NAME;

  private static final Map<String, FormOfAddress> BY_TITLE =
      Map.ofEntries(
          Map.entry("ms", WOMAN),
          Map.entry("mrs", WOMAN),
          Map.entry("miss", WOMAN),
          Map.entry("madam", WOMAN),
          Map.entry("frau", WOMAN),
          Map.entry("fr", WOMAN),
          Map.entry("mme", WOMAN),
          Map.entry("madame", WOMAN),
          Map.entry("mlle", WOMAN),
          Map.entry("mademoiselle", WOMAN),
          Map.entry("sra", WOMAN),
          Map.entry("señora", WOMAN),
          Map.entry("srta", WOMAN),
          Map.entry("señorita", WOMAN),
          Map.entry("doña", WOMAN),
          Map.entry("dra", WOMAN),
          Map.entry("doctora", WOMAN),
          Map.entry("profesora", WOMAN),
          Map.entry("mr", MAN),
          Map.entry("sir", MAN),
          Map.entry("herr", MAN),
          Map.entry("herrn", MAN),
          Map.entry("hr", MAN),
          Map.entry("m", MAN),
          Map.entry("monsieur", MAN),
          Map.entry("sr", MAN),
          Map.entry("señor", MAN),
          Map.entry("don", MAN));

  /** Reads the first word of a title such as {@code Mrs}, {@code Frau Dr.} or {@code Sra.}. */
  public static FormOfAddress ofTitle(String title) {
    String first = title.strip().split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
    String bare = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    return BY_TITLE.getOrDefault(bare, BY_NAME);
  }
}
