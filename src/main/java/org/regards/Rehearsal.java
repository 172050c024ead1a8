package org.regards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the command lines of a file, each after the exit code it must end with. For the build, which
 * makes the AOT cache this way: the JVM writes that cache from what a single process did.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rehearse(line.strip().split(" +", 2));
      }
    }
  }

  private static void rehearse(String[] codeAndCommand) {
    int expected = Integer.parseInt(codeAndCommand[0]);
    String command = codeAndCommand[1];
    int exitCode = Main.run(System.out, System.err, command.split(" +", -1));
    if (exitCode != expected) {
      throw new IllegalStateException(command + " ended with " + exitCode + ", not " + expected);
    }
  }
}
