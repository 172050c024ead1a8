package org.regards.template;

import freemarker.core.ParseException;
import freemarker.template.utility.StringUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a template's source before FreeMarker does and allows only what a letter needs: a list of
 * directives, of built-ins (what follows a {@code ?}) and of tags. A list of what is allowed, not
 * of what is forbidden, so that a new FreeMarker brings no new hole.
 *
 * <p>Follows FreeMarker's own lexer: comments, quoted and raw strings, strings that hold
 * interpolations, and a {@code >} that only ends a tag outside brackets.
 */
final class TemplateGuard {
  private static final Set<String> DIRECTIVES =
      Set.of(
          "ftl",
          "if",
          "elseif",
          "else",
          "list",
          "items",
          "sep",
          "break",
          "continue",
          "switch",
          "case",
          "on",
          "default",
          "assign",
          "local",
          "macro",
          "function",
          "return",
          "nested",
          "import",
          "include",
          "compress",
          "t",
          "lt",
          "rt",
          "nt");
  private static final Set<String> BUILT_INS =
      Set.of(
          "has_content",
          "size",
          "length",
          "first",
          "last",
          "reverse",
          "sort",
          "join",
          "seq_contains",
          "contains",
          "starts_with",
          "ends_with",
          "trim",
          "cap_first",
          "uncap_first",
          "lower_case",
          "upper_case",
          "counter",
          "index",
          "is_first",
          "is_last",
          "has_next",
          "then",
          "switch",
          "string",
          "c",
          "abs",
          "round",
          "floor",
          "ceiling",
          "keys",
          "values",
          "exists",
          "if_exists",
          "default",
          "is_string",
          "is_number",
          "is_date",
          "is_hash",
          "is_sequence",
          "is_macro");
  private static final Set<String> TAGS =
      Set.of(
          "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "a", "br");
  private static final Set<String> LIBRARY_TAGS = Set.of("header", "h1", "section", "footer");
  private static final Set<String> HEADER_PARAMETERS = Set.of("attributes");

  private final String name;
  private final String source;
  private final List<TemplateProblem> problems = new ArrayList<>();
  private int at;

  private TemplateGuard(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /** All that is not allowed in the template, in the order it stands there. */
  static List<TemplateProblem> problems(String name, String source) {
    TemplateGuard guard = new TemplateGuard(name, source);
    guard.readText();
    return guard.problems;
  }

  private void readText() {
    while (at < source.length()) {
      if (skipsComment()) {
        continue;
      }
      if (source.startsWith("${", at)) {
        at += 2;
        readExpression('}');
      } else if (source.startsWith("<#", at) || source.startsWith("</#", at)) {
        readDirective();
      } else if (source.startsWith("<@", at) || source.startsWith("</@", at)) {
        at += 2;
        readExpression('>');
      } else if (source.charAt(at) == '<') {
        readTag();
      } else {
        at++;
      }
    }
  }

  private boolean skipsComment() {
    if (!source.startsWith("<#--", at)) {
      return false;
    }
    int end = source.indexOf("-->", at);
    at = end < 0 ? source.length() : end + 3;
    return true;
  }

  private void readDirective() {
    int start = at;
    at = source.indexOf('#', at) + 1;
    String directive = readWord();
    if (!DIRECTIVES.contains(directive)) {
      refuse(
          start,
          "<#" + directive + "> is not allowed in a letter template",
          DIRECTIVES,
          "directives");
    }
    boolean header = directive.equals("ftl");
    int bodyStart = at;
    readExpression('>');
    if (header) {
      checkHeader(bodyStart);
    }
  }

  /** The header may hold the attributes and nothing that turns escaping off. */
  private void checkHeader(int start) {
    String body = source.substring(start, at);
    int equals = body.indexOf('=');
    String parameter = equals < 0 ? "" : body.substring(0, equals).strip();
    boolean closed = body.stripTrailing().endsWith("}>") || body.stripTrailing().endsWith("}/>");
    if (!parameter.isEmpty() && !(HEADER_PARAMETERS.contains(parameter) && closed)) {
      problems.add(fault(start, "<#ftl> may hold attributes={…} and nothing else"));
    }
  }

  private void readTag() {
    int start = at;
    at += source.startsWith("</", at) ? 2 : 1;
    String tag = readWord();
    if (tag.isEmpty()) {
      if (source.startsWith("!", at) || source.startsWith("?", at)) {
        problems.add(
            fault(start, "<" + source.charAt(at) + "…> is not allowed in a letter template"));
      }
      return;
    }
    boolean library = name.startsWith("lib/") && LIBRARY_TAGS.contains(tag);
    if (!TAGS.contains(tag) && !library) {
      refuse(start, "<" + tag + "> is not a tag that a letter can hold", TAGS, "tags");
    }
  }

  /** An expression up to its end mark outside brackets and strings. */
  private void readExpression(char end) {
    int depth = 0;
    while (at < source.length()) {
      char character = source.charAt(at);
      if (skipsComment()) {
        continue;
      }
      if (depth == 0 && character == end) {
        at++;
        return;
      }
      switch (character) {
        case '(', '[', '{' -> {
          depth++;
          at++;
        }
        case ')', ']', '}' -> {
          depth--;
          at++;
        }
        case '"', '\'' -> readString(character);
        case '?' -> readBuiltIn();
        default -> at++;
      }
    }
  }

  private void readBuiltIn() {
    int start = at++;
    if (source.startsWith("?", at)) {
      at++;
      return;
    }
    while (at < source.length()) {
      if (skipsComment()) {
        continue;
      }
      if (!Character.isWhitespace(source.charAt(at))) {
        break;
      }
      at++;
    }
    String builtIn = readWord();
    if (!builtIn.isEmpty() && !BUILT_INS.contains(builtIn)) {
      refuse(start, "?" + builtIn + " is not allowed in a letter template", BUILT_INS, "built-ins");
    }
  }

  /** A string literal, ended as FreeMarker ends it; a plain one may itself hold interpolations. */
  private void readString(char quote) {
    boolean raw = at > 0 && source.charAt(at - 1) == 'r' && !isWordBefore(at - 2);
    int start = at++;
    while (at < source.length() && source.charAt(at) != quote) {
      at += !raw && source.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(at, source.length());
    at = end + 1;
    if (!raw) {
      checkInterpolations(start, source.substring(start + 1, end));
    }
  }

  private void checkInterpolations(int start, String literal) {
    String text;
    try {
      text = StringUtil.FTLStringLiteralDec(literal);
    } catch (ParseException notALiteral) {
      problems.add(fault(start, "this text in quotes has an escape that does not exist"));
      return;
    }
    TemplateGuard inner = new TemplateGuard(name, text);
    for (int next = text.indexOf("${"); next >= 0; next = text.indexOf("${", inner.at)) {
      inner.at = next + 2;
      inner.readExpression('}');
    }
    inner.problems.stream()
        .map(problem -> fault(start, ((TemplateProblem.Fault) problem).reason()))
        .forEach(problems::add);
  }

  private boolean isWordBefore(int position) {
    return position >= 0 && Character.isJavaIdentifierPart(source.charAt(position));
  }

  private String readWord() {
    int start = at;
    while (at < source.length() && isWordPart(source.charAt(at))) {
      at++;
    }
    return source.substring(start, Math.min(at, source.length()));
  }

  private static boolean isWordPart(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  private void refuse(int position, String what, Set<String> allowed, String kind) {
    problems.add(
        fault(
            position,
            what + "; allowed " + kind + " are: " + String.join(", ", new TreeSet<>(allowed))));
  }

  private TemplateProblem fault(int position, String reason) {
    String before = source.substring(0, Math.min(position, source.length()));
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    return new TemplateProblem.Fault(name, line, position - before.lastIndexOf('\n'), reason);
  }
}
