package org.regards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the command lines of a file in one JVM, so that the build can make the AOT cache from them: the JVM writes that
 * cache from a single process. Not for users.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int exitCode = Main.run(System.out, System.err, line.strip().split("\\s+", -1));
      if (exitCode != 0) {
        throw new IllegalStateException("rehearsed command ended with " + exitCode + ": " + line);
      }
    }
  }
}
