package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TransferEncodingTest {
  private static final String PIECES = "aä語🌸 =\t.-\u00A0e\u0301Z";

  @ParameterizedTest
  @CsvSource({
    "plain words, 7bit",
    "'a tab\tbetween', 7bit",
    "Grüße aus der Werkstatt, quoted-printable",
    "'bell \u0007', quoted-printable",
    "山田 明 様, base64"
  })
  void keepsWhatCanBeReadReadable(String text, String word) {
    assertThat(TransferEncoding.ofText(text.getBytes(UTF_8)).word()).isEqualTo(word);
  }

  @Test
  void foldsALineThatIsTooLong() {
    assertThat(TransferEncoding.ofText("x".repeat(78).getBytes(UTF_8)))
        .isEqualTo(TransferEncoding.SEVEN_BIT);
    assertThat(TransferEncoding.ofText("x".repeat(79).getBytes(UTF_8)))
        .isEqualTo(TransferEncoding.QUOTED_PRINTABLE);
  }

  @Test
  void writesNoBareLineEnd() {
    assertThat(TransferEncoding.ofText("a\nb\rc".getBytes(UTF_8)))
        .isEqualTo(TransferEncoding.QUOTED_PRINTABLE);
    assertThat(written(TransferEncoding.QUOTED_PRINTABLE, "a\nb\rc".getBytes(UTF_8)))
        .isEqualTo("a=0Ab=0Dc");
  }

  @Test
  void keepsTheSpaceAtTheEndOfALine() {
    assertThat(written(TransferEncoding.QUOTED_PRINTABLE, "it goes \r\non ".getBytes(UTF_8)))
        .isEqualTo("it goes=20\r\non=20");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "SEVEN_BIT")
  void isReadAsItWasWritten(TransferEncoding encoding) throws Exception {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      byte[] text = text(random).getBytes(UTF_8);
      String written = written(encoding, text);
      assertThat(written.split("\r\n")).allMatch(line -> line.length() <= 76);
      assertThat(written).matches("[\\x20-\\x7E\r\n]*");
      byte[] read =
          MimeUtility.decode(new ByteArrayInputStream(written.getBytes(US_ASCII)), encoding.word())
              .readAllBytes();
      assertThat(read).isEqualTo(text);
    }
  }

  private static String text(Random random) {
    int[] pieces = PIECES.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(300); length > 0; length--) {
      if (random.nextInt(40) == 0) {
        text.append("\r\n");
      } else {
        text.appendCodePoint(pieces[random.nextInt(pieces.length)]);
      }
    }
    return text.toString();
  }

  private static String written(TransferEncoding encoding, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    encoding.write(content, out);
    return out.toString(US_ASCII);
  }
}
