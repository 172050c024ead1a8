package org.regards.language;

import java.util.Set;

/**
 * The words of a language that a line is not broken after or before.
 *
 * @param months by which a number before them is a day
 * @param units that only this language has
 * @param titles that stay with the name that follows
 * @param counted that stay with the number that follows: page 3
 */
record NoBreakWords(
    Set<String> months, Set<String> units, Set<String> titles, Set<String> counted) {
  static final Set<String> CURRENCIES = Set.of("€", "£", "$", "EUR", "GBP", "USD", "CHF");
  static final Set<String> UNITS =
      Set.of(
          "€", "£", "$", "EUR", "GBP", "USD", "CHF", "%", "‰", "°", "°C", "kg", "g", "mg", "km",
          "cm", "mm", "m", "m²", "l", "ml", "cl", "kWh", "MB", "GB");

  private static final NoBreakWords ENGLISH =
      new NoBreakWords(
          Set.of(
              "January",
              "February",
              "March",
              "April",
              "May",
              "June",
              "July",
              "August",
              "September",
              "October",
              "November",
              "December"),
          Set.of("a.m.", "p.m.", "am", "pm", "o’clock"),
          Set.of(
              "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Mx.", "Dr", "Dr.", "Prof",
              "Prof.", "Rev", "Rev.", "St", "St.", "Sir", "Dame", "Lord", "Lady"),
          Set.of(
              "No.", "no.", "Nos.", "nos.", "§", "§§", "Art.", "order", "Order", "invoice",
              "Invoice", "case", "Case", "page", "Page", "section", "Section", "box", "Box",
              "Terms", "Flat"));
  private static final NoBreakWords GERMAN =
      new NoBreakWords(
          Set.of(
              "Januar",
              "Jänner",
              "Februar",
              "März",
              "April",
              "Mai",
              "Juni",
              "Juli",
              "August",
              "September",
              "Oktober",
              "November",
              "Dezember"),
          Set.of("Uhr"),
          Set.of("Herr", "Herrn", "Frau", "Familie", "Dr.", "Prof.", "Dipl.-Ing.", "Mag.", "St."),
          Set.of(
              "Nr.",
              "§",
              "§§",
              "Abs.",
              "Art.",
              "Ziff.",
              "Kap.",
              "Bd.",
              "S.",
              "Bestellung",
              "Rechnung",
              "Auftrag",
              "Kundennummer",
              "Fall",
              "Seite",
              "Kiste",
              "Abschnitt",
              "AGB",
              "Punkt"));
  private static final NoBreakWords FRENCH =
      new NoBreakWords(
          Set.of(
              "janvier",
              "février",
              "mars",
              "avril",
              "mai",
              "juin",
              "juillet",
              "août",
              "septembre",
              "octobre",
              "novembre",
              "décembre"),
          Set.of("h"),
          Set.of(
              "M.",
              "MM.",
              "Mme",
              "Mmes",
              "Mlle",
              "Mlles",
              "Me",
              "Dr",
              "Pr",
              "Monsieur",
              "Madame",
              "Mademoiselle"),
          Set.of(
              "n°",
              "N°",
              "nº",
              "Nº",
              "§",
              "p.",
              "art.",
              "commande",
              "Commande",
              "facture",
              "Facture",
              "page",
              "Page",
              "dossier",
              "article",
              "conditions"));
  private static final NoBreakWords SPANISH =
      new NoBreakWords(
          Set.of(
              "enero",
              "febrero",
              "marzo",
              "abril",
              "mayo",
              "junio",
              "julio",
              "agosto",
              "septiembre",
              "octubre",
              "noviembre",
              "diciembre"),
          Set.of("h"),
          Set.of(
              "Sr.", "Sra.", "Sres.", "Srta.", "Dr.", "Dra.", "D.", "Dña.", "Prof.", "don", "doña",
              "Don", "Doña", "señor", "señora"),
          Set.of(
              "n.º",
              "N.º",
              "nº",
              "Nº",
              "núm.",
              "§",
              "art.",
              "pág.",
              "pedido",
              "Pedido",
              "factura",
              "Factura",
              "página",
              "caso",
              "caja",
              "artículo"));

  static NoBreakWords in(LetterLanguage language) {
    return switch (language) {
      case EN_GB, EN_US -> ENGLISH;
      case DE_DE -> GERMAN;
      case FR_FR -> FRENCH;
      case ES_ES -> SPANISH;
    };
  }
}
