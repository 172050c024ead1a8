package org.regards.cli;

import java.util.List;
import java.util.Map;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterRequest;
import org.regards.letter.LetterType;

/** One letter of the demonstration. */
record DemoLetter(
    String customer, LetterType type, LetterChannel channel, Map<String, String> inputs) {

  /** One of each type, two in each language, half by email and half on paper. */
  static final List<DemoLetter> ALL =
      List.of(
          new DemoLetter(
              "T-101",
              LetterType.EXPLANATION,
              LetterChannel.EMAIL,
              Map.of(
                  "alternative",
                  "I can send you a fresh tin of the same tea at half the price with your next"
                      + " parcel.")),
          new DemoLetter("T-201", LetterType.EDUCATE, LetterChannel.EMAIL, Map.of()),
          new DemoLetter("T-302", LetterType.COMPROMISE, LetterChannel.EMAIL, Map.of()),
          new DemoLetter(
              "T-401",
              LetterType.INVITE,
              LetterChannel.EMAIL,
              Map.of("day", "2026-12-03", "place", "par téléphone, à 10 heures", "minutes", "30")),
          new DemoLetter(
              "T-501",
              LetterType.REFERRAL,
              LetterChannel.EMAIL,
              Map.of(
                  "provider",
                  "La Tetería del Prado, en Madrid",
                  "reach",
                  "+34 910 000 199",
                  "fit",
                  "Allí puede probar cada té en la tienda antes de comprarlo, algo que por correo"
                      + " no podemos ofrecerle.",
                  "commission",
                  "none")),
          new DemoLetter("T-203", LetterType.COOLING_OFF, LetterChannel.PRINT, Map.of()),
          new DemoLetter("T-102", LetterType.THANK_YOU, LetterChannel.PRINT, Map.of()),
          new DemoLetter("T-304", LetterType.FAREWELL_CARD, LetterChannel.PRINT, Map.of()),
          new DemoLetter(
              "T-403",
              LetterType.FAREWELL,
              LetterChannel.PRINT,
              Map.of("reason", "conduct", "refund", "0", "elsewhere", "Le Palais des Thés nîmois")),
          new DemoLetter(
              "T-502",
              LetterType.REASSIGN,
              LetterChannel.PRINT,
              Map.of("contact", "hm", "start", "2026-12-01")));

  CustomerId customerId() {
    return new CustomerId(customer);
  }

  LetterRequest request() {
    return new LetterRequest(type, null, channel, null, null, inputs);
  }
}
