package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.regards.customer.CustomerId;
import org.regards.task.Task;
import org.regards.task.TaskOrder;

/** A task for a person and for a script. */
final class TaskWords {
  static final List<String> HEAD = List.of("task", "due", "for", "customer", "cause", "what");

  private TaskWords() {}

  static List<String> row(Task task) {
    TaskOrder order = task.order();
    CustomerId customer = order.customer();
    return List.of(
        task.id().toString(),
        order.due().toString(),
        order.doer().toString(),
        customer == null ? "" : customer.value(),
        order.causeRecord(),
        what(order));
  }

  /** In one line, after what called for it. */
  static String line(Task task) {
    TaskOrder order = task.order();
    return TerminalText.line(
        "%s by %s, %s: %s".formatted(task.id(), order.due(), order.doer(), what(order)));
  }

  /** The kind in words, and what was said beside it. */
  static String what(TaskOrder order) {
    return order.words().isBlank()
        ? order.kind().words()
        : order.kind().words() + ": " + order.words();
  }

  static ObjectNode json(Task task) {
    TaskOrder order = task.order();
    CustomerId customer = order.customer();
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("task", task.id().toString())
            .put("kind", order.kind().word())
            .put("customer", customer == null ? null : customer.value())
            .put("record", order.causeRecord())
            .put("words", order.words())
            .put("for", order.doer().toString())
            .put("due", order.due().toString())
            .put("openedBy", task.openedBy().name())
            .put("openedAt", task.openedAt().toString());
    Task.Done done = task.done();
    if (done != null) {
      node.putObject("done")
          .put("by", done.by().name())
          .put("at", done.at().toString())
          .put("words", done.words());
    }
    return node;
  }
}
