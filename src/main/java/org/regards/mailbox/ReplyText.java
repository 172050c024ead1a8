package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person writes in a message, without what they quote of ours. */
final class ReplyText {
  /** Stands where something was left out. */
  static final String LEFT_OUT = "[…]";

  private static final int LONGEST = 20_000;

  /** Above a quoted message, however programs call it: a line of its own, or the last of two. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?iu)\\s*(?:.{0,200}(?:wrote(?: on.{0,120})?|schrieb(?: am)?.{0,120}|a écrit|escribió|ha"
              + " scritto|schreef.{0,120}|napisał(?:\\(a\\))?|skrev.{0,120}|escreveu))\\s*:\\s*");

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "(?iu)\\s*-{3,}\\s*(?:original message|ursprüngliche nachricht|originalnachricht|message"
              + " d.origine|message original|mensaje original|messaggio originale|oorspronkelijk"
              + " bericht|weitergeleitete nachricht|forwarded message)\\s*-{0,}\\s*");

  private static final Pattern SENDER =
      Pattern.compile("(?iu)\\s*\\*?(?:from|von|de|da|van)\\*?\\s?:.{1,200}@?.*");
  private static final Pattern SENT =
      Pattern.compile(
          "(?iu)\\s*\\*?(?:sent|date|gesendet|datum|envoyé|enviado|enviado el|fecha|inviato|data"
              + "|verzonden)\\*?\\s?:.{1,200}");

  private ReplyText() {}

  /** At most 20,000 characters, fit to be stored; never blank where the message says something. */
  static String of(String words) {
    List<String> lines = words.lines().toList();
    List<String> own = new ArrayList<>();
    int at = 0;
    while (at < lines.size() && !restIsQuoted(lines, at)) {
      String line = lines.get(at);
      if (line.startsWith(">")) {
        dropAttribution(own);
        leaveOut(own);
      } else {
        own.add(line);
      }
      at++;
    }
    if (at < lines.size()) {
      dropAttribution(own);
      leaveOut(own);
    }
    String text = stored(String.join("\n", own), LONGEST);
    return text.replace(LEFT_OUT, "").isBlank() ? stored(words, LONGEST) : text;
  }

  /** One line, as short as subjects are. */
  static String line(String text) {
    return stored(text.replaceAll("\\s+", " "), 500);
  }

  private static void leaveOut(List<String> own) {
    int last = own.size() - 1;
    while (last >= 0 && own.get(last).isBlank()) {
      last--;
    }
    if (last < 0 || !own.get(last).equals(LEFT_OUT)) {
      own.add(LEFT_OUT);
    }
  }

  private static boolean restIsQuoted(List<String> lines, int at) {
    String line = lines.get(at);
    if (SEPARATOR.matcher(line).matches()) {
      return true;
    }
    if (SENDER.matcher(line).matches()
        && lines.subList(at + 1, Math.min(lines.size(), at + 4)).stream()
            .anyMatch(next -> SENT.matcher(next).matches())) {
      return true;
    }
    return ATTRIBUTION.matcher(line).matches()
        && line.chars().anyMatch(Character::isDigit)
        && lines.subList(at + 1, lines.size()).stream().noneMatch(next -> next.startsWith(">"));
  }

  /** The one or two lines that say who wrote what is quoted below them. */
  private static void dropAttribution(List<String> own) {
    int last = own.size() - 1;
    while (last >= 0 && own.get(last).isBlank()) {
      last--;
    }
    if (last < 0) {
      return;
    }
    String line = own.get(last);
    boolean alone = ATTRIBUTION.matcher(line).matches();
    boolean wrapped =
        last > 0 && ATTRIBUTION.matcher(own.get(last - 1) + " " + line.strip()).matches();
    if (alone && line.chars().anyMatch(Character::isDigit)) {
      own.subList(last, own.size()).clear();
    } else if (wrapped && own.get(last - 1).chars().anyMatch(Character::isDigit)) {
      own.subList(last - 1, own.size()).clear();
    } else if (line.matches("_{10,}|-{10,}")) {
      own.subList(last, own.size()).clear();
    }
  }

  /** Without what no database takes or would command a terminal, and without empty ends. */
  private static String stored(String text, int longest) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(one -> one == '\n' || one == '\t' || !Character.isISOControl(one))
        .filter(one -> one < Character.MIN_SURROGATE || one > Character.MAX_SURROGATE)
        .limit(longest)
        .forEach(kept::appendCodePoint);
    String clean = kept.toString().replaceAll("\n{3,}", "\n\n").strip();
    return text.length() > longest + 100 ? clean + "\n" + LEFT_OUT : clean;
  }
}
