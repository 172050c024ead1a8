package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random names and subjects of all planes of Unicode, read again by Jakarta Mail. */
class EncodedWordsTest {
  private static final Pattern WORD = Pattern.compile("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=");
  private static final int ROUNDS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void areReadAsTheyWereWritten(long seed) throws Exception {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(random);
      String subject = EncodedWords.unstructured("Subject", text);
      assertThat(MimeUtility.decodeText(MimeUtility.unfold(subject))).isEqualTo(text);
      String mailbox = EncodedWords.mailbox("To", text, "a.b@mail.example");
      assertThat(mailbox).endsWith("<a.b@mail.example>");
      InternetAddress address = new InternetAddress(MimeUtility.unfold(mailbox));
      assertThat(address.getPersonal()).isEqualTo(text);
      assertThat(address.getAddress()).isEqualTo("a.b@mail.example");
      assertSafe("Subject: " + subject);
      assertSafe("To: " + mailbox);
    }
  }

  private static void assertSafe(String field) {
    assertThat(field.split("\r\n")).allMatch(line -> line.length() <= 76);
    assertThat(field).matches("[\\x20-\\x7E]*(?:\r\n [\\x20-\\x7E]+)*");
    for (MatchResult word : WORD.matcher(field).results().toList()) {
      assertThat(word.group().length()).isLessThanOrEqualTo(75);
      byte[] bytes = Base64.getDecoder().decode(word.group(1));
      // no character is parted between two words
      assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("\uFFFD");
    }
  }

  /** Words of characters that a name can have, with one space between them. */
  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int words = 1 + random.nextInt(8); words > 0; words--) {
      for (int length = 1 + random.nextInt(40); length > 0; length--) {
        text.appendCodePoint(character(random));
      }
      text.append(words > 1 ? " " : "");
    }
    return text.toString();
  }

  private static int character(Random random) {
    while (true) {
      int character =
          switch (random.nextInt(4)) {
            case 0 -> '!' + random.nextInt('~' - '!');
            case 1 -> 0xC0 + random.nextInt(0x500);
            case 2 -> 0x3000 + random.nextInt(0x6000);
            default -> random.nextInt(Character.MAX_CODE_POINT);
          };
      int type = Character.getType(character);
      boolean usable =
          type != Character.SURROGATE
              && type != Character.UNASSIGNED
              && type != Character.CONTROL
              && type != Character.FORMAT
              && character != 0xFFFD
              && !Character.isWhitespace(character)
              && !Character.isSpaceChar(character);
      if (usable) {
        return character;
      }
    }
  }
}
