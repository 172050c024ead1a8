package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Text in a header: as it is where that is safe, else in words of RFC 2047, so that whatever the
 * text holds, the header stays one header and is read as it was written.
 */
final class EncodedWords {
  /**
   * 75 characters a word (RFC 2047, 2), less {@code =?UTF-8?B?} and {@code ?=}, in whole groups of
   * 3.
   */
  private static final int MOST_BYTES = 45;

  private static final int LINE = 76;
  private static final int LONGEST_PLAIN_WORD = 60;

  private EncodedWords() {}

  /** A subject: {@code name} is the header's, which the first line has to hold too. */
  static String unstructured(String name, String text) {
    String clean = clean(text);
    return folded(name, isPlain(clean) ? List.of(clean.split(" ")) : encoded(name, clean));
  }

  /** A name before an address. */
  static String mailbox(String name, String person, String address) {
    String clean = clean(person);
    List<String> words = new ArrayList<>();
    if (!clean.isEmpty()) {
      words.addAll(isPlain(clean) ? List.of(quoted(clean).split(" ")) : encoded(name, clean));
    }
    words.add(clean.isEmpty() ? address : "<" + address + ">");
    return folded(name, words);
  }

  /**
   * Control characters and the two Unicode line ends become spaces: no reader of a header shows
   * them, and some break lines at them. Characters that turn the direction of a text go: a reader
   * would see the address beside it turned around.
   */
  private static String clean(String text) {
    return text.codePoints()
        .filter(character -> !turns(character))
        .map(character -> breaks(character) ? ' ' : character)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip()
        .replaceAll(" {2,}", " ");
  }

  private static boolean breaks(int character) {
    return Character.isISOControl(character) || character == '\u2028' || character == '\u2029';
  }

  /** Unicode's Bidi_Control characters. */
  private static boolean turns(int character) {
    return character == 0x061C
        || character == 0x200E
        || character == 0x200F
        || (character >= 0x202A && character <= 0x202E)
        || (character >= 0x2066 && character <= 0x2069);
  }

  private static boolean isPlain(String text) {
    return text.chars().allMatch(character -> character < 0x7F)
        // would be decoded by the reader's program into something that nobody wrote
        && !text.contains("=?")
        && longestWord(text) <= LONGEST_PLAIN_WORD;
  }

  private static int longestWord(String text) {
    int longest = 0;
    for (String word : text.split(" ")) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  private static String quoted(String text) {
    boolean atoms =
        text.chars()
            .allMatch(
                character ->
                    Character.isLetterOrDigit(character)
                        || "!#$%&'*+-/=?^_`{|}~ ".indexOf(character) >= 0);
    return atoms ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static List<String> encoded(String name, String text) {
    List<String> words = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    // a line with an encoded word has 76 characters at most, the header's name included
    int room = LINE - name.length() - ": ".length() - "=?UTF-8?B??=".length();
    int most = Math.min(MOST_BYTES, room / 4 * 3);
    int bytes = 0;
    for (int character : text.codePoints().toArray()) {
      int more = Character.toString(character).getBytes(UTF_8).length;
      if (bytes + more > most) {
        words.add(word(chunk));
        chunk.setLength(0);
        bytes = 0;
        most = MOST_BYTES;
      }
      chunk.appendCodePoint(character);
      bytes += more;
    }
    words.add(word(chunk));
    return words;
  }

  private static String word(CharSequence chunk) {
    byte[] bytes = chunk.toString().getBytes(UTF_8);
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
  }

  private static String folded(String name, List<String> words) {
    StringBuilder value = new StringBuilder();
    int column = name.length() + ": ".length();
    for (String word : words) {
      if (!value.isEmpty()) {
        boolean fits = column + 1 + word.length() <= LINE;
        value.append(fits ? " " : "\r\n ");
        column = fits ? column + 1 : 1;
      }
      value.append(word);
      column += word.length();
    }
    return value.toString();
  }
}
