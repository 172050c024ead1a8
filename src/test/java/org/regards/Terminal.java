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
import org.regards.approval.Approved;
import org.regards.letter.LetterId;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

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

  /** Gives a letter every word that it needs, whatever the rules say of it. */
  String approved(String letter) {
    try (Database database = Database.openExisting(StoreLocation.of(store.toString()))) {
      Approved.put(database, LetterId.parse(letter).orElseThrow());
    }
    return letter;
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
