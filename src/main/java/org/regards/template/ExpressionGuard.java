package org.regards.template;

import freemarker.core.ParseException;
import freemarker.template.utility.StringUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The guard inside {@code ${…}} and tags. Follows FreeMarker's lexer (FTL.jj) in the little it lets
 * through; what that lexer knows beside, such as raw strings, escaped names, comments in four forms
 * and ranges, no letter needs.
 */
final class ExpressionGuard {
  /** A list in brackets may be asked something or gone through; it cannot be kept and doubled. */
  private static final Pattern AFTER_LIST = Pattern.compile("\\?|\\s+as\\s");

  /** Words that compare or join; what follows them directly is a new operand. */
  private static final Set<String> OPERATORS =
      Set.of("gt", "gte", "lt", "lte", "in", "as", "using");

  /** Searching a long text for a long text takes FreeMarker more time than a letter may. */
  private static final int LONGEST_SOUGHT = 100;

  private static final Pattern SOUGHT =
      Pattern.compile("\\(\"[^\"$\\\\]{0,%d}\"\\)".formatted(LONGEST_SOUGHT));

  private static final String NO_END = "this has no end: a bracket or a quotation mark is missing";

  private final SourceText source;

  ExpressionGuard(SourceText source) {
    this.source = source;
  }

  /** Reads up to and over the end mark outside of brackets and strings. */
  void read(int start, char end) {
    read(start, end, new ArrayDeque<>(), false);
  }

  /** Reads a table of names and values in braces, which stands only in the header. */
  void readTable() {
    if (source.next() != '{') {
      return;
    }
    source.skip(1);
    read(source.position(), '}', new ArrayDeque<>(), true);
  }

  private void read(int start, char end, Deque<Bracket> open, boolean inHeader) {
    while (!source.ended()) {
      char character = source.next();
      if (open.isEmpty() && character == end) {
        source.skip(1);
        return;
      }
      switch (character) {
        case '(' -> open(open, ')', false);
        case '[' -> {
          checkComment();
          open(open, ']', !inHeader && !isOperandBefore());
        }
        case '{' -> {
          if (!inHeader) {
            refuse("a table in braces {…} is not allowed in a letter template");
          }
          open(open, '}', false);
        }
        case ')', ']', '}' -> close(open, character);
        case '"', '\'' -> readString(character);
        case '?' -> readBuiltIn();
        case '.' -> readDot();
        case '<' -> {
          checkComment();
          source.skip(1);
        }
        case '\\', '@', '$' -> {
          refuse("%s cannot stand here; names are of letters, digits and _".formatted(character));
          source.skip(1);
        }
        default -> source.skip(1);
      }
    }
    if (source.problems().isEmpty()) {
      source.refuse(start, NO_END);
    }
  }

  private record Bracket(int start, char end, boolean isList) {}

  private void open(Deque<Bracket> open, char end, boolean isList) {
    open.push(new Bracket(source.position(), end, isList));
    source.skip(1);
  }

  private void close(Deque<Bracket> open, char end) {
    Bracket last = open.poll();
    if (last == null || last.end() != end) {
      refuse("this %s closes nothing".formatted(end));
    }
    source.skip(1);
    if (last != null && last.isList() && !source.isNext(AFTER_LIST)) {
      source.refuse(
          last.start(),
          "a list in brackets can only be asked, as in [\"a\", \"b\"]?seq_contains(…), or gone"
              + " through with <#list [\"a\", \"b\"] as …>");
    }
  }

  private boolean isOperandBefore() {
    char before = source.before();
    return (SourceText.isWord(before) && !OPERATORS.contains(source.wordBefore()))
        || ")]\"'".indexOf(before) >= 0;
  }

  /** A string literal; it may itself hold interpolations. */
  private void readString(char quote) {
    int start = source.position();
    if (SourceText.isWord(source.before())) {
      refuse("a text in quotes cannot follow a word directly; r\"…\" is not allowed");
    }
    source.skip(1);
    int textStart = source.position();
    while (!source.ended() && source.next() != quote) {
      source.skip(source.next() == '\\' ? 2 : 1);
    }
    String literal = source.from(textStart);
    if (source.next() != quote) {
      source.refuse(start, NO_END);
    }
    source.skip(1);
    checkInterpolations(start, literal);
  }

  private void checkInterpolations(int start, String literal) {
    String text;
    try {
      text = StringUtil.FTLStringLiteralDec(literal);
    } catch (ParseException notALiteral) {
      source.refuse(start, "this text in quotes has an escape that does not exist");
      return;
    }
    SourceText inner = new SourceText(source.name(), text);
    ExpressionGuard guard = new ExpressionGuard(inner);
    for (int next = inner.indexOf("${"); next >= 0; next = inner.indexOf("${")) {
      inner.moveTo(next + 2);
      guard.read(next, '}');
    }
    inner.problems().stream()
        .map(problem -> ((TemplateProblem.Fault) problem).reason())
        .forEach(reason -> source.refuse(start, reason));
  }

  private void readBuiltIn() {
    int start = source.position();
    source.skip(1);
    if (source.next() == '?') {
      source.skip(1);
      return;
    }
    source.skipSpace();
    String builtIn = source.readWord();
    if (!Vocabulary.BUILT_INS.contains(builtIn)) {
      source.refuse(
          start,
          "?" + builtIn + " is not allowed in a letter template",
          Vocabulary.BUILT_INS,
          "built-ins");
    } else if (builtIn.equals("contains") && !source.isNext(SOUGHT)) {
      source.refuse(
          start,
          "?contains wants a text in quotes of at most %d characters".formatted(LONGEST_SOUGHT));
    }
  }

  /** A dot leads from a value to what it holds; one on its own leads into FreeMarker. */
  private void readDot() {
    int start = source.position();
    boolean member = isOperandBefore();
    source.skip(1);
    if (source.next() == '.') {
      source.refuse(
          start,
          "neither a range of numbers nor an open list of parameters is allowed in a letter"
              + " template");
      while (source.next() == '.') {
        source.skip(1);
      }
    } else if (!member) {
      source.refuse(start, "FreeMarker's own values, such as .now, are not for letter templates");
    }
  }

  /** FreeMarker ends a comment inside an expression at marks that do not end it in a text. */
  private void checkComment() {
    if (source.isNext("<#--")
        || source.isNext("<!--")
        || source.isNext("[#--")
        || source.isNext("[!--")) {
      refuse("a comment cannot stand inside a tag or ${…}");
    }
  }

  private void refuse(String reason) {
    source.refuse(source.position(), reason);
  }
}
