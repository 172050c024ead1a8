package org.regards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.pdf.CodesWanted;
import org.regards.postal.IntelligentMail;

/** The settings of codes on letters and envelopes. */
class CodeSettingsTest {
  @TempDir private Path folder;

  @Test
  void noneIsWantedUnlessSaid() throws IOException {
    assertThat(wanted("business.country = US")).isEqualTo(CodesWanted.none());
    assertThat(wanted("codes.qr = no\ncodes.kix = no")).isEqualTo(CodesWanted.none());
  }

  @Test
  void readsWhatIsWanted() throws IOException {
    assertThat(
            wanted(
                "business.country = US\ncodes.qr = yes\ncodes.imb.mailer = 123456\n"
                    + "codes.imb.service = 700"))
        .isEqualTo(new CodesWanted(true, new IntelligentMail("123456", "700"), false));
    assertThat(wanted("business.country = NL\ncodes.kix = yes"))
        .isEqualTo(new CodesWanted(false, null, true));
  }

  @Test
  void saysAllThatIsWrongTogether() {
    assertThatThrownBy(
            () ->
                wanted(
                    "business.country = GB\ncodes.qr = on\ncodes.kix = yes\n"
                        + "codes.imb.mailer = 12345\ncodes.imb.service = 7"))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "The settings cannot be used:\n"
                + "  - codes.qr is \"on\"; it may be yes or no\n"
                + "  - codes.kix is yes, but PostNL reads its code on mail from the Netherlands"
                + " only and business.country is \"GB\"; take codes.kix out\n"
                + "  - codes.imb.mailer is \"12345\"; the Postal Service gives six digits that"
                + " begin with 0 to 8, or nine that begin with 9\n"
                + "  - codes.imb.service is \"7\"; it has three digits, for example 700 for"
                + " First-Class Mail without address correction\n"
                + "  - codes.imb.mailer and codes.imb.service are for mail from the United States,"
                + " and business.country is \"GB\"; take them out\n"
                + "The README lists all settings.");
  }

  @Test
  void halfOfIntelligentMailIsNotEnough() {
    assertThatThrownBy(() -> wanted("business.country = US\ncodes.imb.mailer = 123456"))
        .hasMessageContaining(
            "codes.imb.mailer is set without codes.imb.service; the Intelligent Mail barcode needs"
                + " both");
  }

  private CodesWanted wanted(String settings) throws IOException {
    Files.writeString(folder.resolve(Settings.FILE), settings);
    return new CodeSettings(Settings.read(folder, Map.of())).wanted();
  }
}
