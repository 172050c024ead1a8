package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.regards.audit.AuditCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code regards audit verify}. */
@Command(
    name = "verify",
    description =
        "Go through all rows: is each as it was written, and none missing? Note the head elsewhere:"
            + " with it you can show later that nothing before it was rewritten.",
    footer = {
      "",
      "Examples:",
      "  regards audit verify",
      "  regards audit verify --expect 3b0c44… --json"
    })
final class AuditVerifyCommand extends HouseCommand {
  @Option(
      names = "--expect",
      paramLabel = "HEAD",
      description = "A head that you noted before; it must still be there.")
  private @Nullable String expected;

  @Mixin private JsonOption json;

  AuditVerifyCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (expected != null && !expected.matches("[0-9a-f]{64}")) {
      throw new ParameterException(
          spec().commandLine(),
          "--expect takes the whole head, 64 characters, as audit verify printed it.");
    }
    AuditCheck check = house.auditTrail().verify(expected);
    if (json.wanted()) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("whole", check.isWhole())
              .put("rows", check.entries())
              .put("erased", check.erased())
              .put("head", check.head());
      check.problems().forEach(node.putArray("problems")::add);
      JsonOption.print(out(), node);
    } else {
      check.problems().forEach(problem -> err().println(TerminalText.line(problem) + "."));
      out()
          .printf(
              "%,d rows%s%s%n",
              check.entries(),
              check.erased() == 0
                  ? ""
                  : ", of which %,d lost their words with an erased person"
                      .formatted(check.erased()),
              check.isWhole() ? "; all as they were written, none is missing." : ".");
      if (!check.head().isEmpty()) {
        out().printf("head %s%n", check.head());
      }
    }
    return check.isWhole() ? DONE : FAILED;
  }
}
