package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Bytes as text, also where the name of the character set is missing, unknown or wrong. */
final class Charsets {
  /** Names that mail programs write and Java does not know, or knows for a smaller set. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "us-ascii", "utf-8",
          "ascii", "utf-8",
          "utf8", "utf-8",
          "unicode-1-1-utf-8", "utf-8",
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "gb2312", "gb18030",
          "gbk", "gb18030",
          "cp-850", "ibm850",
          "ks_c_5601-1987", "ms949");

  private Charsets() {}

  static String decoded(byte[] bytes, String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    if (isShifted(bytes)) {
      return read(bytes, "iso-2022-jp").orElseGet(() -> new String(bytes, US_ASCII));
    }
    return read(bytes, ALIASES.getOrDefault(wanted, wanted))
        .or(() -> read(bytes, UTF_8))
        .orElseGet(() -> CharsetGuess.read(bytes));
  }

  /** ISO-2022-JP leaves ASCII by ESC and one of two signs; no other set in mail does. */
  private static boolean isShifted(byte[] bytes) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == 0x1B && (bytes[i + 1] == '$' || bytes[i + 1] == '(')) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> read(byte[] bytes, String name) {
    try {
      return name.isEmpty() ? Optional.empty() : read(bytes, Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  private static Optional<String> read(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException wrong) {
      return Optional.empty();
    } catch (UnsupportedOperationException onlyForWriting) {
      return Optional.empty();
    }
  }
}
