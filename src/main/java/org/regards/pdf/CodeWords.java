package org.regards.pdf;

import org.regards.language.LetterLanguage;

/** What is said of codes, envelopes and labels in the language of a letter. */
record CodeWords(
    String qr,
    String intelligentMail,
    String kix,
    String envelope,
    String envelopes,
    String labels) {

  static CodeWords in(LetterLanguage language) {
    return switch (language) {
      case EN_GB, EN_US -> ENGLISH;
      case DE_DE -> GERMAN;
      case FR_FR -> FRENCH;
      case ES_ES -> SPANISH;
    };
  }

  private static final CodeWords ENGLISH =
      new CodeWords(
          "QR code with the code of this letter, for the sender",
          "Intelligent Mail barcode, for the post",
          "KIX barcode, for the post",
          "Envelope for %s",
          "%d envelopes",
          "Address labels");
  private static final CodeWords GERMAN =
      new CodeWords(
          "QR-Code mit dem Code dieses Briefs, für den Absender",
          "Strichcode Intelligent Mail, für die Post",
          "Strichcode KIX, für die Post",
          "Umschlag für %s",
          "%d Umschläge",
          "Adressetiketten");
  private static final CodeWords FRENCH =
      new CodeWords(
          "Code QR avec le code de cette lettre, pour l’expéditeur",
          "Code-barres Intelligent Mail, pour la poste",
          "Code-barres KIX, pour la poste",
          "Enveloppe pour %s",
          "%d enveloppes",
          "Étiquettes d’adresses");
  private static final CodeWords SPANISH =
      new CodeWords(
          "Código QR con el código de esta carta, para el remitente",
          "Código de barras Intelligent Mail, para el correo",
          "Código de barras KIX, para el correo",
          "Sobre para %s",
          "%d sobres",
          "Etiquetas de direcciones");
}
