package org.regards.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered, fit to be stored and shown: one line, no address, no control characters.
 *
 * @param code of RFC 5321 4.2, or 0 when the connection was lost without an answer
 */
public record Reply(int code, String text) {
  private static final int LONGEST = 300;
  private static final Pattern CODES = Pattern.compile("(?m)^[0-9]{3}[- ]");
  private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"]+@[^\\s<>\"]+");

  /** Reads an answer of one or more lines, as it came. */
  static Reply read(int code, @Nullable String answer) {
    String text = answer == null ? "" : answer.substring(0, Math.min(answer.length(), 8 * LONGEST));
    String line =
        ADDRESS
            .matcher(SPACE.matcher(CODES.matcher(text).replaceAll("")).replaceAll(" "))
            .replaceAll("…")
            .strip();
    return new Reply(
        Math.max(code, 0), line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line);
  }

  static Reply lost(String words) {
    return new Reply(0, words);
  }

  /** What it asks of us; of a refusal or a lost connection only. */
  public ReplyMeaning meaning() {
    return ReplyMeaning.of(code, text);
  }

  boolean isPermanent() {
    return code >= 500 && code <= 599;
  }

  boolean isPositive() {
    return code >= 200 && code <= 299;
  }

  /** For messages: {@code 550 5.1.1 user unknown}. */
  @Override
  public String toString() {
    return code == 0 ? text : code + " " + text;
  }
}
