package org.regards.mailbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a notice reports of each recipient: from its part for machines, else from its words. */
final class Reports {
  private final Survey survey;
  private final List<String> sentTo;
  private @Nullable Notice notice;

  Reports(Survey survey) {
    this.survey = survey;
    this.sentTo = survey.sentTo();
  }

  /** By RFC 3464; empty when there is no such part or nothing in it. */
  List<Reported> byMachine() {
    Map<String, Reported> reported = new LinkedHashMap<>();
    for (DeliveryStatus status : survey.statuses()) {
      for (Header fields : status.recipients()) {
        if (fields.has("action") || fields.has("status") || fields.has("diagnostic-code")) {
          Reported next = reported(fields, status.message());
          reported.merge(Addresses.key(next.address()), next, Reports::worse);
        }
      }
    }
    return List.copyOf(reported.values());
  }

  private static Reported worse(Reported one, Reported other) {
    return one.action() != Action.FAILED && other.action() == Action.FAILED ? other : one;
  }

  private Reported reported(Header fields, Header message) {
    String finalAddress = field(fields, "final-recipient");
    String original = field(fields, "original-recipient");
    String actual = field(fields, "x-actual-recipient");
    String address = ours(List.of(original, finalAddress, actual)).orElse("");
    if (address.isEmpty()) {
      List<Notice.Said> named = notice().recipients(List.of());
      address =
          named.size() == 1
              ? named.getFirst().address()
              : sentTo.size() == 1 ? sentTo.getFirst() : "";
    }
    Optional<StatusCode> given = StatusCode.find(" " + fields.first("status"));
    Action action =
        Action.of(fields.first("action"))
            .orElse(
                given.isPresent() && given.get().severity() == 2
                    ? Action.DELIVERED
                    : Action.FAILED);
    String diagnostic = DeliveryStatus.untyped(fields.first("diagnostic-code"));
    String status = fields.first("status");
    if (diagnostic.isEmpty() && status.contains("(")) {
      diagnostic = status.substring(status.indexOf('('));
    }
    String server = DeliveryStatus.untyped(fields.first("remote-mta"));
    if (server.isEmpty()) {
      server = DeliveryStatus.untyped(message.first("reporting-mta"));
    }
    Reasons.Judged judged = judge(given, diagnostic, address, action);
    return new Reported(
        address,
        sentTo(address, original),
        true,
        action,
        action.isGood() ? given.orElse(new StatusCode(2, 0, 0)) : judged.status(),
        given,
        action.isGood() ? Reason.UNKNOWN : judged.reason(),
        Notice.cut(diagnostic.isEmpty() ? saidOf(address) : diagnostic),
        server.split(" ", 2)[0]);
  }

  private static String field(Header fields, String name) {
    return DeliveryStatus.address(fields.first(name)).orElse("");
  }

  /** The first that we wrote to, else the one that we asked for, else where it ended. */
  private Optional<String> ours(List<String> addresses) {
    return addresses.stream()
        .filter(address -> sentTo.stream().anyMatch(sent -> Addresses.same(sent, address)))
        .findFirst()
        .or(() -> addresses.stream().filter(address -> !address.isEmpty()).findFirst());
  }

  /** The address that was written to, when a report names another one only. */
  private String sentTo(String address, String original) {
    if (sentTo.stream().anyMatch(sent -> Addresses.same(sent, address))) {
      return address;
    }
    if (!original.isEmpty()) {
      return original;
    }
    return sentTo.size() == 1 ? sentTo.getFirst() : address;
  }

  /** By the diagnostic, and where that says nothing, by the words for people. */
  private Reasons.Judged judge(
      Optional<StatusCode> given, String diagnostic, String address, Action action) {
    boolean isDelay = action == Action.DELAYED;
    Reasons.Judged judged = Reasons.judge(given, diagnostic, isDelay);
    if (judged.reason() != Reason.UNKNOWN && !(judged.status().isVague() && diagnostic.isEmpty())) {
      return judged;
    }
    Reasons.Judged more = Reasons.judge(given, diagnostic + "\n" + saidOf(address), isDelay);
    return more.reason() == Reason.UNKNOWN ? judged : more;
  }

  private String saidOf(String address) {
    return Notice.diagnostic(notice().about(address));
  }

  private Notice notice() {
    if (notice == null) {
      notice = new Notice(survey.words(), survey.ourselves(), sentTo);
    }
    return notice;
  }

  /** By the words of the notice. */
  List<Reported> byWords(boolean isDelay) {
    List<String> named = new ArrayList<>();
    for (String name : List.of("x-failed-recipients", "x-failed-recipient")) {
      survey.header().all(name).forEach(value -> named.addAll(Addresses.all(value)));
    }
    List<Notice.Said> said = notice().recipients(named);
    boolean names = !said.isEmpty();
    if (said.isEmpty() && sentTo.isEmpty()) {
      said = notice().alone(survey.header().first("from"));
    }
    if (said.isEmpty()) {
      List<String> known =
          sentTo.isEmpty() ? List.of("") : sentTo.subList(0, Math.min(5, sentTo.size()));
      said = known.stream().map(address -> new Notice.Said(address, "", survey.words())).toList();
    }
    return said.stream().map(one -> reported(one, names, isDelay)).toList();
  }

  private Reported reported(Notice.Said said, boolean named, boolean isDelay) {
    String diagnostic = Notice.diagnostic(said.words());
    Reasons.Judged judged = Reasons.judge(Optional.empty(), diagnostic, isDelay);
    if (judged.reason() == Reason.UNKNOWN) {
      judged = Reasons.judge(Optional.empty(), diagnostic + "\n" + said.words(), isDelay);
    }
    if (judged.reason() == Reason.UNKNOWN) {
      judged =
          Reasons.judge(
              Optional.empty(),
              said.words() + "\n" + survey.words() + "\n" + survey.header().first("subject"),
              isDelay);
    }
    boolean known = sentTo.stream().anyMatch(sent -> Addresses.same(sent, said.address()));
    String origin =
        !said.origin().isEmpty()
            ? said.origin()
            : known || sentTo.size() != 1 ? said.address() : sentTo.getFirst();
    return new Reported(
        ours(List.of(said.address(), said.origin())).orElse(""),
        origin,
        named,
        isDelay ? Action.DELAYED : Action.FAILED,
        judged.status(),
        Optional.empty(),
        judged.reason(),
        diagnostic,
        "");
  }
}
