package org.regards.template;

import java.util.Set;

/**
 * All that a letter template may hold. A list of what is allowed, not of what is forbidden, so that
 * a new FreeMarker brings no new hole.
 *
 * <p>Nothing here makes a list, a range or a table of values: with those, forty doublings in a row
 * keep one call of FreeMarker busy for ever, and it looks at the clock only between two calls.
 */
final class Vocabulary {
  static final Set<String> DIRECTIVES =
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
          "include",
          "compress",
          "t",
          "lt",
          "rt",
          "nt");

  /** None of them returns a list. */
  static final Set<String> BUILT_INS =
      Set.of(
          "has_content",
          "size",
          "length",
          "first",
          "last",
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
          "is_string",
          "is_number",
          "is_date",
          "is_hash",
          "is_sequence",
          "is_macro");

  static final Set<String> TAGS =
      Set.of(
          "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "em", "strong", "a", "br");

  /** The structure of a letter, which only the library writes. */
  static final Set<String> LIBRARY_TAGS = Set.of("header", "h1", "section", "footer");

  private Vocabulary() {}
}
