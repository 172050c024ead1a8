package org.regards.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.Deed;
import org.regards.document.Document;
import org.regards.report.Period;
import org.regards.report.ReportKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards report}. */
@Command(
    name = "report",
    description = {
      "Look at our own work over all customers.",
      "",
      "team: what each of us had to bear.",
      "causes: what upheld complaints were about, and whether invitations were answered.",
      "exceptions: who was given more than the policy gives, by whom; whom our time goes to.",
      "drift: whether the same facts led to the same remedy.",
      "training: who must be trained on what, and by when."
    },
    footer = {
      "",
      "Examples:",
      "  regards report team",
      "  regards report causes --from 2026-01-01 --to 2026-12-31 --html causes.html",
      "  regards report exceptions --pdf exceptions.pdf"
    })
final class ReportCommand extends HouseCommand {
  @Parameters(
      paramLabel = "REPORT",
      converter = ReportKindConverter.class,
      completionCandidates = ReportKindConverter.Words.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ReportKind kind;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Its first day. Default: a year before the last.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Its last day. Default: today.")
  private @Nullable LocalDate to;

  @Mixin private AsOfOption asOf;
  @Mixin private ActingOption acting;
  @Mixin private PaperFile files;
  @Mixin private JsonOption json;

  ReportCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Instant moment = asOf.orNow(house.clock());
    LocalDate last = to == null ? LocalDate.ofInstant(moment, ZoneOffset.UTC) : to;
    if (from != null && from.isAfter(last)) {
      throw new ParameterException(
          spec().commandLine(), "--from %s is after --to %s".formatted(from, last));
    }
    Period period = from == null ? Period.yearTo(last) : new Period(from, last);
    Actor by = acting.known(house.playbooks());
    Document report = house.reports().make(kind, period, moment);
    if (files.isNamed()) {
      house
          .auditTrail()
          .add(
              house.clock().instant(),
              new Deed(by, Act.EXPORTED, "report/" + kind.word(), null, ""));
    }
    if (json.wanted()) {
      JsonOption.print(out(), DocumentJson.of(kind.word(), report));
    }
    if (files.isNamed()) {
      for (Path file : files.write(house, report)) {
        (json.wanted() ? err() : out()).printf("“%s” lies in %s.%n", report.title(), file);
      }
    } else if (!json.wanted()) {
      new DocumentWords(out()).print(report);
    }
    return DONE;
  }
}
