package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeBodyPart;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameFieldTest {
  @Test
  void leavesAPlainNameAsItIs() {
    FileNameField field = new FileNameField("terms 2026.pdf");
    assertThat(field.disposition()).isEqualTo("attachment;\r\n filename=\"terms 2026.pdf\"");
    assertThat(field.type("application/pdf"))
        .isEqualTo("application/pdf;\r\n name=\"terms 2026.pdf\"");
  }

  @Test
  void writesAnyOtherNameTwice() {
    assertThat(new FileNameField("Bestätigung groß.pdf").disposition())
        .isEqualTo(
            "attachment;\r\n filename=\"Bestatigung gross.pdf\";\r\n"
                + " filename*=UTF-8''Best%C3%A4tigung%20gro%C3%9F.pdf");
  }

  @ParameterizedTest
  @CsvSource({
    "契約書.pdf, _.pdf",
    "'a\"b\\c.pdf', a_b_c.pdf",
    "50%.txt, 50_.txt",
    "🌸 für Zoë.png, _ fur Zoe.png"
  })
  void hasAnAsciiNameForEveryProgram(String name, String plain) {
    assertThat(new FileNameField(name).disposition()).contains("filename=\"" + plain + "\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void isReadAsItWasWritten(int seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder name = new StringBuilder();
    for (int length = 1 + random.nextInt(200); length > 0; length--) {
      int[] some = {'a', ' ', '"', '\\', 'ä', 0x8A9E, 0x1F338, '\'', '%', '*', ';'};
      name.appendCodePoint(some[random.nextInt(some.length)]);
    }
    String whole = name.toString().strip() + ".pdf";
    FileNameField field = new FileNameField(whole);
    assertThat(field.disposition().split("\r\n"))
        .allMatch(line -> line.length() <= 78 && line.matches("[\\x20-\\x7E]*"));
    MimeBodyPart part = new MimeBodyPart();
    part.setHeader("Content-Disposition", field.disposition());
    assertThat(part.getFileName()).isEqualTo(whole);
  }
}
