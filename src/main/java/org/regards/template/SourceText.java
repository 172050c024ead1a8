package org.regards.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The source of a template while the guard reads it, and what was found in it. */
final class SourceText {
  /** Enough to mend a template by; a hostile one may hold any number. */
  private static final int MOST_PROBLEMS = 20;

  private final String name;
  private final String text;
  private final List<TemplateProblem> problems = new ArrayList<>();
  private int at;

  SourceText(String name, String text) {
    this.name = name;
    this.text = text;
  }

  String name() {
    return name;
  }

  List<TemplateProblem> problems() {
    return problems;
  }

  boolean ended() {
    return at >= text.length() || problems.size() >= MOST_PROBLEMS;
  }

  int position() {
    return at;
  }

  void moveTo(int position) {
    at = position;
  }

  void skip(int characters) {
    at += characters;
  }

  /** The next character; NUL, which no template needs, at the end. */
  char next() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  /** The character before the next one, or NUL. */
  char before() {
    return at > 0 ? text.charAt(at - 1) : '\0';
  }

  boolean isNext(String expected) {
    return text.startsWith(expected, at);
  }

  boolean isNext(Pattern expected) {
    return at <= text.length() && expected.matcher(text).region(at, text.length()).lookingAt();
  }

  int indexOf(String wanted) {
    return text.indexOf(wanted, at);
  }

  String from(int start) {
    return text.substring(start, Math.min(at, text.length()));
  }

  void skipSpace() {
    while (" \t\r\n".indexOf(next()) >= 0) {
      at++;
    }
  }

  String readWord() {
    int start = at;
    while (isWord(next())) {
      at++;
    }
    return from(start);
  }

  /** The word that ends right before the next character. */
  String wordBefore() {
    int start = at;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, at);
  }

  static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  void refuse(int position, String reason) {
    String before = text.substring(0, Math.min(position, text.length()));
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    problems.add(
        new TemplateProblem.Fault(name, line, position - before.lastIndexOf('\n'), reason));
  }

  void refuse(int position, String what, Set<String> allowed, String kind) {
    refuse(
        position,
        what + "; allowed " + kind + " are: " + String.join(", ", new TreeSet<>(allowed)));
  }
}
