package org.regards.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** {@code --json}: the same data for a script. */
final class JsonOption {
  @Option(names = "--json", description = "Print JSON, for scripts.")
  private boolean json;

  boolean wanted() {
    return json;
  }

  static void print(PrintWriter out, JsonNode node) {
    try {
      out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(node));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON always has a text", impossible);
    }
  }
}
