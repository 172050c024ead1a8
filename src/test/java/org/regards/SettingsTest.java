package org.regards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.customer.PostalAddress;
import org.regards.pdf.CardFormat;
import org.regards.pdf.CardSheet;
import org.regards.pdf.CardStock;
import org.regards.pdf.FontChoice;
import org.regards.pdf.Look;
import org.regards.playbook.Business;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void needsNone() {
    Settings settings = Settings.read(folder, Map.of());
    assertThat(settings.values()).isEmpty();
    assertThat(settings.path("out", "letters-out")).isEqualTo(folder.resolve("letters-out"));
  }

  @Test
  void takesTheEnvironmentBeforeTheFile() throws IOException {
    write(
        """
        business.name = Fern & Co
        business.country = GB
        out = letters
        """);
    Settings settings =
        Settings.read(folder, Map.of("REGARDS_BUSINESS_NAME", " Moss ", "REGARDS_OTHER", "x"));
    assertThat(settings.business())
        .isEqualTo(new Business("Moss", new PostalAddress("", "", "", "", "GB"), "", "", "", "en"));
    assertThat(settings.path("out", "letters-out")).isEqualTo(folder.resolve("letters"));
    assertThat(settings.values())
        .containsOnlyKeys("REGARDS_BUSINESS_NAME", "REGARDS_BUSINESS_COUNTRY", "REGARDS_OUT");
  }

  @Test
  void saysAllThatIsWrongTogether() throws IOException {
    write(
        """
        busines.name = Fern
        smtp.password = hunter2
        business.country = Gb
        business.language = English
        """);
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The settings cannot be used:\n"
                + "  - regards.properties has a setting busines.name, which there is not; did"
                + " you mean business.name?\n"
                + "  - regards.properties holds a password, smtp.password; take it out, and set"
                + " REGARDS_SMTP_PASSWORD in the environment or name a file that holds it with"
                + " smtp.password_file\n"
                + "  - business.country is \"Gb\"; it wants the two capital letters of ISO 3166,"
                + " for example GB\n"
                + "  - business.language is \"English\"; it may be one of en, de, fr, es\n"
                + "The README lists all settings.")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void saysAllThatIsWrongWithCards() throws IOException {
    write(
        """
        card.format = postcard
        card.thank_you = poster
        card.design = skull
        card.image = front.jpg
        card.sheet = a3
        """);
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The settings cannot be used:\n"
                + "  - card.format is \"postcard\", which everybody on the way can read; for"
                + " thank-you letters set card.thank_you to it, and leave card.format to one of a6,"
                + " a5, a2, a7\n"
                + "  - card.thank_you is \"poster\"; it may be one of letter, a6, a5, postcard, a2,"
                + " a7\n"
                + "  - card.design is \"skull\"; it may be one of branch, leaf, horizon, waves,"
                + " meadow, initials\n"
                + "  - card.sheet is \"a3\"; it may be one of single, bleed, a4, sra4, letter,"
                + " 12x18\n"
                + "  - card.design and card.image are both set; a front has one of them\n"
                + "The README lists all settings.");
  }

  @Test
  void readsCards() throws IOException {
    write(
        """
        card.thank_you = postcard
        card.image = front.jpg
        card.sheet = sra4
        """);
    assertThat(new CardSettings(Settings.read(folder, Map.of())).stock())
        .isEqualTo(
            new CardStock(
                null,
                CardFormat.POSTCARD,
                null,
                null,
                folder.resolve("front.jpg"),
                CardSheet.SRA4));
  }

  @Test
  void takesThePasswordFromTheEnvironment() {
    assertThat(
            Settings.read(folder, Map.of("REGARDS_SMTP_PASSWORD", "hunter2"))
                .value("smtp.password"))
        .isEqualTo("hunter2");
  }

  @Test
  void showsNoPassword() {
    assertThat(Settings.read(folder, Map.of("REGARDS_SMTP_PASSWORD", "hunter2")).toString())
        .doesNotContain("hunter2");
  }

  @Test
  void refusesFileThatIsNotText() throws IOException {
    Files.write(
        folder.resolve(Settings.FILE), "business.name=Café".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .hasMessageContaining("regards.properties is not UTF-8 text; save it as UTF-8");
  }

  @Test
  void refusesFileWithABadEscape() throws IOException {
    write("business.name = \\u12");
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void namesTheFormsEnvelopesAndFoldsThatThereAre() throws IOException {
    write(
        """
        stationery.form = din-5008-c
        stationery.envelope = dl-xl
        stationery.fold = fourths
        """);
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "stationery.form is \"din-5008-c\", which there is not; there are: din-5008-a,"
                + " din-5008-b, swiss-right, swiss-left, french, us-9, us-10, uk-dl\n")
        .hasMessageContaining(
            "stationery.envelope is \"dl-xl\", which there is not; there are: dl, c6-5, c5,")
        .hasMessageContaining(
            "stationery.fold is \"fourths\", which there is not; there are: thirds, din-a, din-b,"
                + " us-9, us-10, half, none, or your own in millimetres from the top, for example"
                + " 100,200\n");
  }

  @Test
  void refusesFoldsThatDoNotGoIntoTheEnvelope() throws IOException {
    write(
        """
        business.country = DE
        stationery.fold = half
        """);
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "stationery.envelope is dl, 220.0 × 110.0 mm; a sheet of din-5008-b is 210.0 × 148.5 mm"
                + " when folded half and does not go in: set another stationery.envelope or"
                + " stationery.fold");
  }

  @Test
  void refusesFoldsThatShowALaterPanel() throws IOException {
    write(
        """
        business.country = DE
        stationery.envelope = c5
        stationery.fold = 90,175
        """);
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "folded 90,175, the sheet sticks out 0.0 mm above and 37.0 mm below its first panel,"
                + " and the window of a c5 envelope may show what is printed there: set another"
                + " stationery.fold or stationery.envelope");
  }

  @Test
  void refusesSettingsThatAreAFolder() throws IOException {
    Files.createDirectory(folder.resolve(Settings.FILE));
    assertThatThrownBy(() -> Settings.read(folder, Map.of())).isInstanceOf(SettingsException.class);
  }

  @Test
  void readsHowThePaperLooks() throws IOException {
    write(
        """
        stationery.logo = pictures/logo.png
        stationery.colour = #6B2D5C
        stationery.signatures = signatures
        stationery.footer = Fern Ltd\\nRegister 123 | Bank of Moss
        stationery.font = Lora
        stationery.heading_font = Lora Display
        """);
    LookSettings look = new LookSettings(Settings.read(folder, Map.of()));
    assertThat(look.look())
        .isEqualTo(
            new Look(
                folder.resolve("pictures/logo.png"),
                0x6B2D5C,
                folder.resolve("signatures"),
                List.of(List.of("Fern Ltd", "Register 123"), List.of("Bank of Moss"))));
    assertThat(look.fonts()).isEqualTo(new FontChoice("Lora", "Lora Display"));
    assertThat(new LookSettings(Settings.read(folder.resolve("none"), Map.of())).look())
        .isEqualTo(Look.plain());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "stationery.colour=plum ~ stationery.colour is \"plum\"; it wants six digits after a #, for"
            + " example #1b414a",
        "stationery.colour=#ffcc00 ~ stationery.colour is #ffcc00, which has a contrast of 1.5 with"
            + " white paper; small words need 4.5: take a darker one",
        "stationery.footer=a|b|c|d|e ~ stationery.footer has 5 columns, the longest of 1 lines;"
            + " there is room for 4 columns of 5 lines",
      })
  void refusesLookThatDoesNotWork(String line, String message) throws IOException {
    write(line);
    assertThatThrownBy(() -> Settings.read(folder, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The settings cannot be used:\n  - " + message + "\nThe README lists all settings.");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(Settings.FILE), text);
  }
}
