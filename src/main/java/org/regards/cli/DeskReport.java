package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.List;
import org.regards.outbox.DeskOutcome;

/** Says what became of a person's word about emails. */
final class DeskReport {
  private DeskReport() {}

  /** Returns the exit code. */
  static int print(
      List<? extends DeskOutcome> outcomes, boolean asJson, PrintWriter out, PrintWriter err) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    boolean allDone = true;
    for (DeskOutcome outcome : outcomes) {
      boolean done =
          switch (outcome) {
            case DeskOutcome.Done ignored -> true;
            case DeskOutcome.NotDone ignored -> false;
          };
      allDone &= done;
      if (asJson) {
        list.addObject()
            .put("letter", outcome.letter().toString())
            .put("done", done)
            .put("message", outcome.message());
      } else {
        (done ? out : err).println(outcome.message());
      }
    }
    if (asJson) {
      JsonOption.print(out, list);
    }
    return allDone ? HouseCommand.DONE : HouseCommand.FAILED;
  }
}
