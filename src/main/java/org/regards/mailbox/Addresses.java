package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds addresses in text, however they are bracketed; nothing is promised of their form. */
final class Addresses {
  private static final int LONGEST_LOCAL = 128;
  private static final int LONGEST_DOMAIN = 255;
  private static final int MOST = 2000;

  private Addresses() {}

  /** One in its place. */
  record Place(String address, int start, int end) {}

  static List<Place> in(String text) {
    List<Place> found = new ArrayList<>();
    int last = 0;
    for (int sign = text.indexOf('@'); sign >= 0 && found.size() < MOST; ) {
      int start = start(text, sign, last);
      int end = end(text, sign, start);
      if (start < sign && end > sign + 1) {
        found.add(new Place(text.substring(start, end), start, end));
        last = end;
      }
      sign = text.indexOf('@', Math.max(sign + 1, last));
    }
    return found;
  }

  static Optional<String> first(String text) {
    return in(text).stream().map(Place::address).findFirst();
  }

  static List<String> all(String text) {
    return in(text).stream().map(Place::address).toList();
  }

  static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /** Two addresses with the same key are of the same mailbox, as far as a bounce is concerned. */
  static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private static int start(String text, int sign, int last) {
    if (sign > 1 && text.charAt(sign - 1) == '"') {
      int quote = text.lastIndexOf('"', sign - 2);
      if (quote >= last && sign - quote < LONGEST_LOCAL && text.indexOf('\n', quote) > sign) {
        return quote;
      }
      return quote >= last && sign - quote < LONGEST_LOCAL && text.indexOf('\n', quote) < 0
          ? quote
          : sign;
    }
    int start = sign;
    while (start > last
        && sign - start < LONGEST_LOCAL
        && isLocal(text.charAt(start - 1), text, start)) {
      start--;
    }
    while (start < sign && "'*=?.`".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    int assigned = text.substring(start, sign).indexOf('=');
    boolean named =
        assigned > 0
            && text.substring(start, start + assigned)
                .toLowerCase(Locale.ROOT)
                .matches("rfc822|smtp|to|from|for|ctladdr|orcpt|rcpt");
    return named ? start + assigned + 1 : start;
  }

  private static boolean isLocal(char character, String text, int after) {
    if (character < 0x80) {
      return Character.isLetterOrDigit(character) || "!#$%&'*+-=?^_`{|}~.".indexOf(character) >= 0;
    }
    return Character.isLetterOrDigit(character) && isBracketed(text, after);
  }

  /** Words of a sentence without spaces must not become part of an address. */
  private static boolean isBracketed(String text, int at) {
    for (int i = at - 1; i >= 0 && at - i < LONGEST_LOCAL; i--) {
      char character = text.charAt(i);
      if (character == '<' || character == ';' || character == ' ') {
        return true;
      }
      if (character < 0x80
          && !Character.isLetterOrDigit(character)
          && ".-_+".indexOf(character) < 0) {
        return false;
      }
    }
    return false;
  }

  private static int end(String text, int sign, int start) {
    int end = sign + 1;
    if (end < text.length() && text.charAt(end) == '[') {
      int close = text.indexOf(']', end);
      return close > 0 && close - end < 50 ? close + 1 : sign;
    }
    boolean foreign = start == 0 || "<; ".indexOf(text.charAt(start - 1)) >= 0;
    int foreignEnd = sign;
    while (end < text.length() && end - sign < LONGEST_DOMAIN) {
      char character = text.charAt(end);
      boolean plain =
          character < 0x80
              && (Character.isLetterOrDigit(character)
                  || character == '.'
                  || character == '-'
                  || character == '_');
      if (!plain && !(character >= 0x80 && foreign && Character.isLetterOrDigit(character))) {
        break;
      }
      foreignEnd = plain || foreignEnd > sign ? foreignEnd : end;
      end++;
    }
    // a word that follows without a space is no part of a domain, unless nothing else can end it
    boolean closed = end == text.length() || text.charAt(end) == '>';
    if (foreignEnd > sign && !closed) {
      end = foreignEnd;
    }
    while (end > sign + 1 && ".-_".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
