package org.regards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines in this JVM, each with the same store and folder of letters. */
final class Terminal {
  private final Path store;
  private final Path out;

  Terminal(Path store, Path out) {
    this.store = store;
    this.out = out;
  }

  /** What a command line left: its exit code, and what it printed to either stream. */
  record Ended(int code, String out, String err) {
    /** The first line printed, which is an id or a path where a script would read one. */
    String firstLine() {
      return out.lines().findFirst().orElse("");
    }

    JsonNode json() {
      try {
        return new ObjectMapper().readTree(out);
      } catch (JsonProcessingException notJson) {
        throw new AssertionError("not JSON: " + out + err, notJson);
      }
    }
  }

  /** Runs a command on the terminal's store. */
  Ended run(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of(command.split(" ")));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--store", store.toString(), "--out", out.toString()));
    return bare(line.toArray(String[]::new));
  }

  /** Gets every word that a letter needs, from whoever may give it. */
  String approved(String letter) {
    while (true) {
      JsonNode able = run("approvals --json " + letter).json().get("able");
      if (able.isEmpty()) {
        return letter;
      }
      Ended said =
          run("approve " + letter, "--as", able.get(0).asText(), "--because", "It is as it was.");
      if (said.code() != 0) {
        throw new AssertionError(said.err());
      }
    }
  }

  /** Runs exactly these arguments. */
  static Ended bare(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
