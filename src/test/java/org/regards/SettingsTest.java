package org.regards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.customer.PostalAddress;
import org.regards.playbook.Business;

class SettingsTest {
  private static final String NAMES = String.join(", ", new TreeSet<>(Settings.NAMES));

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
                + "  - regards.properties has a setting busines.name, which there is not; there"
                + " are: "
                + NAMES
                + "\n"
                + "  - regards.properties holds a password; take it out and set"
                + " REGARDS_SMTP_PASSWORD in the environment\n"
                + "  - business.country is \"Gb\"; it wants the two capital letters of ISO 3166,"
                + " for example GB\n"
                + "  - business.language is \"English\"; it may be one of en, de, fr, es\n"
                + "The README lists all settings.")
        .hasMessageNotContaining("hunter2");
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
  void refusesSettingsThatAreAFolder() throws IOException {
    Files.createDirectory(folder.resolve(Settings.FILE));
    assertThatThrownBy(() -> Settings.read(folder, Map.of())).isInstanceOf(SettingsException.class);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(Settings.FILE), text);
  }
}
