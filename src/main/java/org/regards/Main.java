package org.regards;

import java.io.PrintStream;
import java.io.PrintWriter;
import org.regards.cli.CommandLines;

/**
 * The program's entry; exit codes are 0 for done, 1 for failed, 2 for a command line that is not
 * understood.
 */
public final class Main {
  private Main() {}

  /** Runs one command line and leaves the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  /** Runs one command line in this JVM and returns its exit code. */
  static int run(PrintStream out, PrintStream err, String... args) {
    return CommandLines.make(Wiring::open, args)
        .setOut(writer(out))
        .setErr(writer(err))
        .execute(args);
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }
}
