package org.regards.cli;

import java.io.PrintWriter;

/** One line on the terminal that is written over; nothing where no person looks. */
final class ProgressLine {
  private final PrintWriter out;
  private final boolean shown;
  private int width;

  @SuppressWarnings(
      "SystemConsoleNull") // it is null again with the launcher's jdk.console=java.base
  ProgressLine(PrintWriter out) {
    this.out = out;
    this.shown = System.console() != null;
  }

  synchronized void show(String text) {
    if (shown) {
      out.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
      out.flush();
      width = text.length();
    }
  }

  /** Takes the line away. */
  synchronized void end() {
    if (shown && width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      out.flush();
      width = 0;
    }
  }
}
