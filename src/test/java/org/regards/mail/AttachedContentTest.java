package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttachedContentTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 56, 57, 58, 113, 114, 115, 20_000})
  void knowsItsLengthBeforeItsBytes(int size) throws Exception {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    AttachedContent content = AttachedContent.of(() -> bytes, size);
    assertThat(content.bytes()).hasSize(content.length());
    assertThat(content.bytes()).endsWith('\r', '\n');
    assertThat(
            MimeUtility.decode(new ByteArrayInputStream(content.bytes()), "base64").readAllBytes())
        .isEqualTo(bytes);
  }
}
