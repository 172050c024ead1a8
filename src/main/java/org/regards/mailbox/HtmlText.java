package org.regards.mailbox;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of an HTML page in lines, as far as a notice of a mail server needs it. */
final class HtmlText {
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("Auml", "Ä"),
          Map.entry("Ouml", "Ö"),
          Map.entry("Uuml", "Ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"),
          Map.entry("ecirc", "ê"),
          Map.entry("agrave", "à"),
          Map.entry("aacute", "á"),
          Map.entry("acirc", "â"),
          Map.entry("atilde", "ã"),
          Map.entry("ccedil", "ç"),
          Map.entry("iacute", "í"),
          Map.entry("icirc", "î"),
          Map.entry("oacute", "ó"),
          Map.entry("ocirc", "ô"),
          Map.entry("otilde", "õ"),
          Map.entry("uacute", "ú"),
          Map.entry("ucirc", "û"),
          Map.entry("ntilde", "ñ"),
          Map.entry("rsquo", "'"),
          Map.entry("lsquo", "'"));

  private static final int LONGEST_ENTITY = 10;
  private static final int LONGEST_ADDRESS = 330;
  private static final Pattern ADDRESS = Pattern.compile("<[^\\s=\"':/]{1,64}@[^\\s=\"']+");

  private final String html;
  private final String lower;
  private final StringBuilder text = new StringBuilder();
  private int at;
  private int nextClose;

  private HtmlText(String html) {
    this.html = html;
    this.nextClose = html.indexOf('>');
    this.lower = html.toLowerCase(Locale.ROOT);
  }

  static String of(String html) {
    HtmlText reader = new HtmlText(html);
    while (reader.at < html.length()) {
      reader.step();
    }
    return reader
        .text
        .toString()
        .replaceAll("[ \\t\\u00a0]{1,200}", " ")
        .replaceAll(" ?\\n ?", "\n");
  }

  private void step() {
    char next = html.charAt(at);
    switch (next) {
      case '<' -> tag();
      case '&' -> entity();
      case '\n', '\r' -> {
        text.append(' ');
        at++;
      }
      default -> {
        text.append(next);
        at++;
      }
    }
  }

  private void tag() {
    if (html.startsWith("<!--", at)) {
      skipBehind("-->");
      return;
    }
    int end = close();
    boolean isTag =
        at + 1 < html.length()
            && (Character.isLetter(html.charAt(at + 1)) || "/!?".indexOf(html.charAt(at + 1)) >= 0);
    // <name@example.org> is an address that somebody forgot to escape
    boolean isAddress =
        end > at
            && end - at < LONGEST_ADDRESS
            && ADDRESS.matcher(html.substring(at, end)).matches();
    if (end < 0 || !isTag || isAddress) {
      text.append('<');
      at++;
      return;
    }
    String inside = html.substring(at + 1, Math.min(end, at + 20)).toLowerCase(Locale.ROOT);
    String name = inside.replaceFirst("^/", "").split("[\\s/>]", 2)[0];
    at = end + 1;
    switch (name) {
      case "style", "script", "title", "head" -> {
        if (!inside.startsWith("/") && !name.equals("head")) {
          skipBehind("</" + name);
        }
      }
      case "br",
          "p",
          "div",
          "tr",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "table",
          "ul",
          "hr",
          "pre",
          "blockquote" ->
          text.append('\n');
      case "td", "th" -> text.append(' ');
      default -> {}
    }
  }

  /** Where the next tag ends, looked for once only, or -1. */
  private int close() {
    if (nextClose >= 0 && nextClose < at) {
      nextClose = html.indexOf('>', at);
    }
    return nextClose;
  }

  private void skipBehind(String mark) {
    int end = lower.indexOf(mark, at);
    int close = end < 0 ? -1 : html.indexOf('>', end);
    at = close < 0 ? html.length() : close + 1;
  }

  private void entity() {
    int end = html.substring(at, Math.min(html.length(), at + LONGEST_ENTITY)).indexOf(';') + at;
    if (end < at) {
      text.append('&');
      at++;
      return;
    }
    text.append(named(html.substring(at + 1, end)));
    at = end + 1;
  }

  private static String named(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.getOrDefault(name, " ");
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int character = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isValidCodePoint(character) ? Character.toString(character) : " ";
    } catch (NumberFormatException notANumber) {
      return " ";
    }
  }
}
