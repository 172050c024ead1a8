package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The name of an attachment in a header: in ASCII for every program, and beside it as it is, by RFC
 * 2231, where ASCII cannot hold it.
 *
 * @param name any characters
 */
record FileNameField(String name) {
  private static final int MOST_PLAIN = 60;

  /** Of a line with {@code filename*10*=} before them. */
  private static final int MOST_ENCODED = 54;

  private static final String SAFE =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_~";

  private static final String NEXT = ";\r\n ";

  /** The value of {@code Content-Type}, with the name that older programs look for there. */
  String type(String mediaType) {
    return mediaType + NEXT + "name=\"" + plain() + '"';
  }

  /** The value of {@code Content-Disposition}. */
  String disposition() {
    StringBuilder value = new StringBuilder("attachment");
    value.append(NEXT).append("filename=\"").append(plain()).append('"');
    if (!plain().equals(name)) {
      appendEncoded(value);
    }
    return value.toString();
  }

  /** Umlauts without their dots, and what ASCII has nothing like as {@code _}; the ending stays. */
  private String plain() {
    String ascii =
        Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\x20-\\x7E]|[\"\\\\/%]", "_")
            .replaceAll("_{2,}", "_")
            .strip();
    if (ascii.length() <= MOST_PLAIN) {
      return ascii;
    }
    int dot = ascii.lastIndexOf('.');
    String ending = dot < 0 || ascii.length() - dot > 8 ? "" : ascii.substring(dot);
    return ascii.substring(0, MOST_PLAIN - ending.length()) + ending;
  }

  /** In as many numbered pieces as it takes; a character is never parted. */
  private void appendEncoded(StringBuilder value) {
    StringBuilder piece = new StringBuilder("UTF-8''");
    int number = 0;
    for (int character : name.codePoints().toArray()) {
      String encoded = encoded(character);
      if (piece.length() + encoded.length() > MOST_ENCODED) {
        value.append(NEXT).append("filename*").append(number++).append("*=").append(piece);
        piece.setLength(0);
      }
      piece.append(encoded);
    }
    String last = number == 0 ? "filename*=" : "filename*" + number + "*=";
    value.append(NEXT).append(last).append(piece);
  }

  private static String encoded(int character) {
    if (SAFE.indexOf(character) >= 0) {
      return Character.toString(character);
    }
    StringBuilder encoded = new StringBuilder();
    for (byte one : Character.toString(character).getBytes(UTF_8)) {
      encoded.append('%').append(String.format(Locale.ROOT, "%02X", one));
    }
    return encoded.toString();
  }
}
