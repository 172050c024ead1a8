package org.regards.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Mon, 2 Nov 2026 at 09:30, Mara Keller <mara@orchard.example> wrote:\n> Dear Ms Arai",
        "On Mon, 2 Nov 2026 at 09:30, Mara Keller\n<mara@orchard.example> wrote:\n\n> Dear",
        "Am 02.11.2026 um 09:30 schrieb Mara Keller:\n> Liebe Frau Arai",
        "Le lun. 2 nov. 2026 à 09:30, Mara Keller a écrit :\n> Chère Madame",
        "El lun, 2 nov 2026 a las 9:30, Mara Keller escribió:\n> Estimada",
        "On 2 Nov 2026, at 09:30, Mara Keller wrote:\n\nDear Ms Arai,\nthank you.",
        "-----Original Message-----\nFrom: Mara\nDear Ms Arai",
        "-----Ursprüngliche Nachricht-----\nVon: Mara",
        "________________________________\nFrom: Mara Keller <mara@orchard.example>\nSent: Monday\n"
            + "To: Tomoko\nSubject: Thanks\n\nDear Ms Arai",
        "Von: Mara Keller\nGesendet: Montag, 2. November 2026\nAn: Tomoko\n\nLiebe Frau Arai"
      })
  void leavesOutWhatIsQuoted(String quoted) {
    assertThat(ReplyText.of("Yes, please.\n\n" + quoted)).isEqualTo("Yes, please.\n\n[…]");
  }

  @Test
  void keepsAnswersBetweenTheLines() {
    assertThat(
            ReplyText.of(
                """
                Mara wrote on 2 November:
                > Do you want it?
                Yes.
                > And the box?
                > Or not?
                No.\
                """))
        .isEqualTo("[…]\nYes.\n[…]\nNo.");
  }

  @Test
  void keepsAllWhereNothingElseIsLeft() {
    assertThat(ReplyText.of("> Dear Ms Arai\n> thank you"))
        .isEqualTo("> Dear Ms Arai\n> thank you");
  }

  @Test
  void keepsWhatOnlyLooksLikeAQuotation() {
    String text = "My sister wrote:\nshe is from: York\nFrom: now on, call me.";
    assertThat(ReplyText.of(text)).isEqualTo(text);
  }

  @Test
  void keepsNothingThatNoStoreTakes() {
    assertThat(ReplyText.of("a\u0000b\uD83C c\r\u001b[2J")).isEqualTo("ab c\n[2J");
    assertThat(ReplyText.of("\uD83C\uDF38".repeat(30_000)))
        .hasSize(40_000 + "\n[…]".length())
        .endsWith("\uD83C\uDF38\n[…]");
  }
}
