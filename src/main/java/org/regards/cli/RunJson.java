package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.regards.letter.LetterType;
import org.regards.outbox.LeftOut;
import org.regards.outbox.PrintRun;
import org.regards.outbox.Reprint;
import org.regards.outbox.RunFile;
import org.regards.outbox.RunOutcome;
import org.regards.outbox.RunView;

/** Print runs for a script. */
final class RunJson {
  private RunJson() {}

  static ObjectNode of(RunOutcome outcome) {
    return switch (outcome) {
      case RunOutcome.Released released -> {
        ObjectNode node = of(released.run());
        addFiles(node, released.files());
        addLeftOut(node, released.leftOut());
        yield node;
      }
      case RunOutcome.NothingPrintable nothing -> {
        ObjectNode node = object().putNull("run");
        addLeftOut(node, nothing.leftOut());
        yield node;
      }
      case RunOutcome.NothingQueued nothing ->
          object().putNull("run").put("queued", 0).put("drafts", nothing.drafts());
    };
  }

  static ObjectNode of(RunView view) {
    ObjectNode node = of(view.run());
    node.put("waiting", view.progressed().waiting());
    node.put("posted", view.progressed().posted());
    node.put("returned", view.progressed().returned());
    addFiles(node, view.files());
    ArrayNode reprints = node.putArray("reprints");
    for (Reprint reprint : view.reprints()) {
      reprints
          .addObject()
          .put("sheets", reprint.sheets())
          .put("reason", reprint.reason())
          .put("made_by", reprint.madeBy())
          .put("made_at", reprint.madeAt().toString())
          .put("file", reprint.file())
          .put("sha256", reprint.digest());
    }
    return node;
  }

  static ObjectNode of(PrintRun run) {
    LetterType type = run.type();
    return object()
        .put("run", run.id().toString())
        .put("state", run.state().name().toLowerCase(Locale.ROOT))
        .put("folder", run.folder().toString())
        .put("type", type == null ? null : type.word())
        .put("duplex", run.duplex())
        .put("made_by", run.madeBy())
        .put("made_at", run.madeAt().toString())
        .put("letters", run.letters())
        .put("sheets", run.sheets())
        .put("manifest_sha256", run.digest());
  }

  private static void addFiles(ObjectNode node, List<RunFile> files) {
    ArrayNode list = node.putArray("files");
    for (RunFile file : files) {
      list.addObject()
          .put("file", file.name())
          .put("stock", file.stock())
          .put("first_sheet", file.firstSheet())
          .put("last_sheet", file.lastSheet())
          .put("pages", file.pages())
          .put("letters", file.letters())
          .put("sha256", file.digest());
    }
  }

  private static void addLeftOut(ObjectNode node, List<LeftOut> leftOut) {
    ArrayNode list = node.putArray("left_out");
    for (LeftOut out : leftOut) {
      ObjectNode one = list.addObject().put("letter", out.letter().toString());
      out.reasons().forEach(one.putArray("reasons")::add);
    }
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
