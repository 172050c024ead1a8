package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import org.regards.customer.CustomerId;
import org.regards.erasure.Erasing;
import org.regards.erasure.ErasureReport;
import org.regards.hold.Hold;
import org.regards.playbook.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards erase}. */
@Command(
    name = "erase",
    description =
        "Erase a person: name, addresses, messages, letters, the words of the audit trail. Cannot"
            + " be undone. Not while a legal hold stands, or a lawsuit may come.",
    footer = {
      "",
      "Examples:",
      "  regards erase C-1012 --because \"request of 2 November\" --as ow --dry-run",
      "  regards erase C-1012 --because \"request of 2 November\" --as ow"
    })
final class EraseCommand extends HouseCommand {
  private static final String BACKUPS =
      "backups of the store, files that were exported or imported, and labels, envelopes and"
          + " previews that were written to a file";

  @Parameters(
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private CustomerId customer;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why. It is kept: name nobody in it.")
  private String because;

  @Option(names = "--dry-run", description = "Say what would be erased, and erase nothing.")
  private boolean dryRun;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  EraseCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StaffMember member = acting.required(house.playbooks().load());
    Instant now = house.clock().instant();
    Erasing erasing =
        dryRun
            ? house.erasures().tryOut(customer, member.id(), because, now)
            : house.erasures().erase(customer, member.id(), because, now);
    return switch (erasing) {
      case Erasing.Erased(ErasureReport report) -> tell(report);
      case Erasing.WouldErase(ErasureReport report) -> tell(report);
      case Erasing.KeptBy(Hold hold) ->
          refuse(
              "%s is not erased: %s (%s) of %s keeps what is on record, until somebody lifts it; %s decides on it by %s."
                  .formatted(
                      customer,
                      hold.id(),
                      hold.because(),
                      hold.heldBy(),
                      hold.owner(),
                      hold.due()));
      case Erasing.KeptFor(String reason) ->
          refuse("%s is not erased: %s".formatted(customer, reason));
      case Erasing.ReasonNames(String what) ->
          refuse(
              "%s is not erased: the reason is kept for good, and it holds their %s. Say why without it, for example --because \"request of 2026-11-02\"."
                  .formatted(customer, what));
      case Erasing.NotAllowed no ->
          refuse(
              "%s (%s) may not erase anybody; %s may."
                  .formatted(member.id(), member.role().word(), HoldWords.roles(no.erasers())));
    };
  }

  private int refuse(String reason) {
    err().println(TerminalText.line(reason) + " Nothing was changed.");
    return FAILED;
  }

  private int tell(ErasureReport report) {
    if (json.wanted()) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("customer", customer.value())
              .put("erased", !dryRun);
      ObjectNode rows = node.putObject("rows");
      report.rows().forEach(rows::put);
      report.files().stream().map(Path::toString).forEach(node.putArray("files")::add);
      report.byHand().forEach(node.putArray("byHand").add(BACKUPS)::add);
      JsonOption.print(out(), node);
      return DONE;
    }
    out()
        .println(
            dryRun
                ? "Of %s would be erased:".formatted(customer)
                : "%s is erased. Gone are:".formatted(customer));
    report.rows().forEach((what, count) -> out().printf("  %,6d  %s%n", count, what));
    report.files().forEach(file -> out().printf("  the file %s%n", file));
    out().println("To be removed by hand, where there are any:");
    report.byHand().forEach(what -> out().printf("  - %s%n", TerminalText.line(what)));
    out().printf("  - %s%n", BACKUPS);
    return DONE;
  }
}
