package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import org.regards.history.CaseFile;

/** Says what became of a case. */
final class CaseWords {
  private static final int FAILED = 1;

  private CaseWords() {}

  static int refuse(PrintWriter err, String reason) {
    err.println(reason);
    return FAILED;
  }

  static ObjectNode json(CaseFile file) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("case", file.id().value())
        .put("customer", file.customer().value())
        .put("state", file.state().word())
        .put("resolved", file.resolved() == null ? null : file.resolved().toString());
  }
}
