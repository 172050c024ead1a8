package org.regards.mailbox;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * In which character set a text may be that says none, or a wrong one, and is no UTF-8: old notices
 * of Japan, China, Korea and Russia, else of Western Europe.
 */
final class CharsetGuess {
  static final Charset WESTERN = Charset.forName("windows-1252");

  /**
   * One to try, and how much each kind of character speaks for it, between 0 and 1. Most pairs of
   * bytes are a Chinese sign in all of Asia's sets, so that these prove little.
   */
  private record Guess(
      Charset charset, double kana, double han, double hangul, double small, double capital) {
    static Guess asian(String name, double kana, double han, double hangul) {
      return new Guess(Charset.forName(name), kana, han, hangul, 0.2, 0.2);
    }

    static Guess cyrillic(String name) {
      return new Guess(Charset.forName(name), 0, 0, 0, 0.9, 0.3);
    }
  }

  private static final List<Guess> FOREIGN =
      List.of(
          Guess.asian("windows-31j", 1, 0.5, 0),
          Guess.asian("euc-jp", 1, 0.5, 0),
          Guess.asian("ms949", 0, 0, 0.8),
          Guess.asian("gb18030", 0.5, 0.7, 0),
          Guess.cyrillic("koi8-r"),
          Guess.cyrillic("windows-1251"));

  private static final int ENOUGH = 4000;

  private CharsetGuess() {}

  static String read(byte[] bytes) {
    Charset best = WESTERN;
    if (isMostlyForeign(bytes)) {
      double most = 0.6;
      for (Guess guess : FOREIGN) {
        double likely = likelihood(bytes, guess);
        if (likely > most) {
          most = likely;
          best = guess.charset();
        }
      }
    }
    return new String(bytes, best);
  }

  /** Western words have one letter in ten with an accent, and seldom two side by side. */
  private static boolean isMostlyForeign(byte[] bytes) {
    int high = 0;
    int pairs = 0;
    for (int i = 0; i < Math.min(bytes.length, ENOUGH); i++) {
      if (bytes[i] < 0) {
        high++;
        pairs += i > 0 && bytes[i - 1] < 0 ? 1 : 0;
      }
    }
    return high > 3 && pairs * 2 > high;
  }

  /** Which part of what is not ASCII is what people write, between 0 and 1. */
  private static double likelihood(byte[] bytes, Guess guess) {
    String text;
    try {
      text = guess.charset().newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrong) {
      return 0;
    }
    int all = 0;
    double good = 0;
    for (int i = 0; i < Math.min(text.length(), ENOUGH); i++) {
      char character = text.charAt(i);
      if (character >= 0x80) {
        all++;
        good += weight(character, guess);
      }
    }
    return all == 0 ? 0 : good / all;
  }

  private static double weight(char character, Guess guess) {
    UnicodeBlock block = UnicodeBlock.of(character);
    if (UnicodeBlock.HIRAGANA.equals(block) || UnicodeBlock.KATAKANA.equals(block)) {
      return guess.kana();
    }
    if (UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block)) {
      return 0.7;
    }
    return switch (UnicodeScript.of(character)) {
      case CYRILLIC -> Character.isLowerCase(character) ? guess.small() : guess.capital();
      case HAN -> guess.han();
      case HANGUL -> guess.hangul();
      default -> 0.2;
    };
  }
}
