package org.regards.cli;

/**
 * Text of other people as a terminal may show it: without control characters, which would command
 * it, and without those that turn the direction of what stands around them.
 */
final class TerminalText {
  private static final String COMMANDS = "[\\p{Cc}\\p{Cf}&&[^\\n\\u200c\\u200d]]";

  private TerminalText() {}

  /** On one line. */
  static String line(String text) {
    return block(text.replaceAll("\\s+", " ")).strip();
  }

  /** On its own lines. */
  static String block(String text) {
    return text.replaceAll(COMMANDS, "");
  }
}
