package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.document.Document;
import org.regards.history.Dossier;
import org.regards.history.InteractionId;
import org.regards.playbook.Playbook;
import org.regards.playbook.StaffMember;
import org.regards.report.PaperKind;
import org.regards.report.Papers;
import org.regards.report.PlatformRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards paper}. */
@Command(
    name = "paper",
    description = {
      "Write a paper for people of the business, from the records of a customer. It is no letter"
          + " and cannot be mailed.",
      "",
      "legal-brief: for counsel; threats word for word, every record with its id.",
      "incident-log: of one customer, or of all of them in a time.",
      "staff-note: to the person of ours who was the target.",
      "platform-request: to those who run a site; only after counsel's word.",
      "authority-checklist: what to have ready before an authority is asked."
    },
    footer = {
      "",
      "Examples:",
      "  regards paper legal-brief C-1004 --as ss",
      "  regards paper incident-log --from 2026-01-01 --to 2026-12-31 --as ss",
      "  regards paper staff-note C-1011 --incident I-0020 --takes-over ss --as ss",
      "  regards paper platform-request C-1008 --rule \"Rule 3: no harassment of members\" --as ss"
    })
final class PaperCommand extends HouseCommand {
  @Parameters(
      index = "0",
      paramLabel = "PAPER",
      converter = PaperKindConverter.class,
      completionCandidates = PaperKindConverter.Words.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private PaperKind kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id; an incident log may be of all.")
  private @Nullable CustomerId customer;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Of an incident log: its first day. Default: five years before the last.")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "Of an incident log: its last day. Default: today.")
  private @Nullable LocalDate to;

  @Option(
      names = "--incident",
      paramLabel = "CONTACT",
      converter = IncidentCommand.InteractionIdConverter.class,
      description = "Of a staff note: the contact that it is about. Default: the last incident.")
  private @Nullable InteractionId incident;

  @Option(
      names = "--takes-over",
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Of a staff note: who takes over. Default: the first above the target.")
  private @Nullable StaffId takesOver;

  @Option(
      names = "--rule",
      paramLabel = "TEXT",
      description = "Of a platform request: the site's own rule, with its number.")
  private @Nullable String rule;

  @Option(
      names = "--facts",
      paramLabel = "TEXT",
      description = "Of a platform request: what happened, without judgement.")
  private @Nullable String facts;

  @Mixin private PaperFile files;
  @Mixin private AsOfOption asOf;
  @Mixin private ActingOption acting;
  @Mixin private JsonOption json;

  PaperCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Playbook playbook = house.playbooks().load();
    StaffMember writer = acting.required(playbook);
    Instant moment = asOf.orNow(house.clock());
    Papers.Writer by = new Papers.Writer(writer.id(), house.clock().instant());
    return switch (kind) {
      case LEGAL_BRIEF -> write(house, house.papers().legalBrief(dossier(house, moment), by));
      case AUTHORITY_CHECKLIST ->
          write(house, house.papers().authorityChecklist(dossier(house, moment), by));
      case INCIDENT_LOG -> write(house, incidentLog(house, moment, by));
      case STAFF_NOTE -> {
        StaffMember after = takesOver == null ? null : known(playbook, takesOver);
        yield switch (house.papers().staffNote(dossier(house, moment), incident, after, by)) {
          case Papers.Note.Written note -> write(house, note.document());
          case Papers.Note.Refused refused -> refuse(List.of(refused.reason()));
        };
      }
      case PLATFORM_REQUEST -> platformRequest(house, moment, writer, by);
    };
  }

  private Document incidentLog(House house, Instant moment, Papers.Writer by) {
    LocalDate last = to == null ? LocalDate.ofInstant(moment, ZoneOffset.UTC) : to;
    LocalDate first = from == null ? last.minusYears(5) : from;
    if (first.isAfter(last)) {
      throw usage("--from %s is after --to %s".formatted(first, last));
    }
    return customer == null
        ? house.papers().incidentLog(moment, first, last, by)
        : house.papers().incidentLog(dossier(house, moment), first, last, by);
  }

  private int platformRequest(House house, Instant moment, StaffMember writer, Papers.Writer by) {
    PlatformRequest request =
        new PlatformRequest(rule == null ? "" : rule, facts == null ? "" : facts, writer);
    return switch (house
        .papers()
        .platformRequest(dossier(house, moment), request, house.business(), by)) {
      case PlatformRequest.Outcome.Written written -> write(house, written.document());
      case PlatformRequest.Outcome.Refused refused -> refuse(refused.reasons());
    };
  }

  private Dossier dossier(House house, Instant moment) {
    if (customer == null) {
      throw usage("Name the customer: regards paper %s CUSTOMER".formatted(kind.word()));
    }
    return house.drafts().dossier(customer, moment);
  }

  private static StaffMember known(Playbook playbook, StaffId id) {
    return playbook.required(id);
  }

  private int write(House house, Document document) {
    String name =
        "%s-%s-%s"
            .formatted(kind.word(), customer == null ? "all" : customer.value(), document.date());
    List<Path> written = files.write(house, document, name);
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("paper", kind.word());
      node.put("customer", customer == null ? null : customer.value());
      ArrayNode list = node.putArray("files");
      written.forEach(file -> list.add(file.toString()));
      JsonOption.print(out(), node);
      return DONE;
    }
    written.forEach(
        file ->
            out()
                .printf(
                    "%s lies in %s.%s%n",
                    document.title(),
                    file,
                    document.notice().isEmpty() ? "" : " " + document.notice() + "."));
    return DONE;
  }

  private int refuse(List<String> reasons) {
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("paper", kind.word());
      ArrayNode list = node.putArray("reasons");
      reasons.forEach(list::add);
      JsonOption.print(out(), node);
    } else {
      err().printf("No %s was written:%n", kind.word());
      reasons.forEach(reason -> err().println("  " + reason));
    }
    return FAILED;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec().commandLine(), message);
  }
}
