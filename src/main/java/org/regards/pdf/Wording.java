package org.regards.pdf;

import org.regards.language.LetterLanguage;

/**
 * The few words that a page adds to a letter.
 *
 * @param dateLine the day where it stands by itself: the French begin it with the article
 */
record Wording(
    String date,
    String dateLine,
    String reference,
    String customer,
    String contact,
    String phone,
    String email,
    String pageOf,
    String card,
    String signature) {

  static Wording in(LetterLanguage language) {
    return switch (language) {
      case EN_GB, EN_US -> ENGLISH;
      case DE_DE -> GERMAN;
      case FR_FR -> FRENCH;
      case ES_ES -> SPANISH;
    };
  }

  private static final Wording ENGLISH =
      new Wording(
          "Date",
          "%s",
          "Our reference",
          "Customer number",
          "Contact",
          "Phone",
          "Email",
          "Page %d of %d",
          "Card for %s",
          "Signature of %s");
  private static final Wording GERMAN =
      new Wording(
          "Datum",
          "%s",
          "Unser Zeichen",
          "Kundennummer",
          "Kontakt",
          "Telefon",
          "E-Mail",
          "Seite %d von %d",
          "Karte für %s",
          "Unterschrift von %s");
  private static final Wording FRENCH =
      new Wording(
          "Date",
          "Le %s",
          "Notre référence",
          "Numéro de client",
          "Contact",
          "Téléphone",
          "Courriel",
          "Page %d sur %d",
          "Carte pour %s",
          "Signature\u00a0: %s");
  private static final Wording SPANISH =
      new Wording(
          "Fecha",
          "%s",
          "Nuestra referencia",
          "Número de cliente",
          "Contacto",
          "Teléfono",
          "Correo",
          "Página %d de %d",
          "Tarjeta para %s",
          "Firma de %s");
}
