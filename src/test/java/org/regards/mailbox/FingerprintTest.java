package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String MAIL = "From: a@b.example\nSubject: Hello\n\nOne.\n\nTwo.\n";

  @Test
  void isTheSameHoweverItTravelled() throws IOException {
    String known = of(MAIL);
    assertThat(of(MAIL.replace("\n", "\r\n"))).isEqualTo(known);
    assertThat(of("Received: by x\nX-Spam: no\n" + MAIL + "\n\n")).isEqualTo(known);
  }

  @Test
  void isAnotherForOtherWords() throws IOException {
    assertThat(of(MAIL.replace("One.", "one."))).isNotEqualTo(of(MAIL));
    assertThat(of(MAIL.replace("One.\n\nTwo.", "One.\nTwo."))).isNotEqualTo(of(MAIL));
    assertThat(of(MAIL.replace("Hello", "Hallo"))).isNotEqualTo(of(MAIL));
    assertThat(of("Message-ID: <1@b.example>\n" + MAIL)).isNotEqualTo(of(MAIL));
  }

  @Test
  void endsWithAMessageThatDoesNot() throws IOException {
    AtomicLong read = new AtomicLong();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'x');
            read.addAndGet(length);
            return length;
          }
        };
    assertThat(new Fingerprint(endless, 1_000_000).of(Header.NONE)).hasSize(64);
    assertThat(read).hasValue(1_000_000);
  }

  private static String of(String mail) throws IOException {
    Fingerprint reading =
        new Fingerprint(new ByteArrayInputStream(mail.getBytes(UTF_8)), 1_000_000);
    Part read = MimeReader.read(reading);
    return reading.of(read.header());
  }
}
