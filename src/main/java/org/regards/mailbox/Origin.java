package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.mailbox.Explained.Evidence;

/**
 * Who seems to have sent a message: a mail system, or somebody. Words alone never tell: customers
 * write about parcels that could not be delivered, and quote the notices that they got.
 *
 * @param why the fields that say so
 */
record Origin(Kind kind, List<Evidence> why) {
  private static final PhraseTable NOTICES = PhraseTable.load("notices.txt");

  /** From the surest to none. */
  enum Kind {
    /** Fields that only reports on delivery have. */
    REPORT,
    /** The address that such reports come from. */
    DAEMON,
    /** No return path, as of everything that a program answers. */
    NOBODY,
    /** A name like a mail system's, which anybody can take. */
    NAMED,
    /** An address without a name, and nothing that it answers. */
    BARE,
    PERSON
  }

  Origin {
    why = List.copyOf(why);
  }

  static Origin of(Survey survey, AnswerSigns answers) {
    Header header = survey.header();
    for (String name :
        List.of(
            "x-failed-recipients",
            "x-failed-recipient",
            "x-mailer-daemon-recipients",
            "x-ms-exchange-message-is-ndr")) {
      if (header.has(name)) {
        return new Origin(Kind.REPORT, List.of(Evidence.of(name, header.first(name))));
      }
    }
    String report = survey.type().parameter("report-type");
    if (survey.type().type().equals("multipart/report")
        && (report.isEmpty() || report.equalsIgnoreCase("delivery-status"))) {
      return new Origin(
          Kind.REPORT, List.of(Evidence.of("content-type", header.first("content-type"))));
    }
    return bySender(header, answers);
  }

  private static Origin bySender(Header header, AnswerSigns answers) {
    String field = header.first("from").isBlank() ? "sender" : "from";
    String from = header.first(field);
    Optional<String> address = Addresses.first(from);
    Evidence says = Evidence.of(field, from);
    if (header.has("x-mlserver")) {
      return new Origin(
          Kind.DAEMON, List.of(Evidence.of("x-mlserver", header.first("x-mlserver"))));
    }
    if (isDaemon(address.orElse(from))) {
      return new Origin(Kind.DAEMON, List.of(says));
    }
    Optional<String> path = header.all("return-path").stream().filter(Origin::isDaemon).findFirst();
    if (path.isPresent()) {
      return new Origin(Kind.DAEMON, List.of(Evidence.of("return-path", path.get())));
    }
    boolean named = NOTICES.has("mail-system", Phrase.plain(from));
    boolean isNoOne = from.replaceAll("\\s", "").endsWith("<>");
    if (answers.isFromNobody() || isNoOne) {
      List<Evidence> why = new ArrayList<>();
      if (named || isNoOne) {
        why.add(says);
      }
      if (answers.isFromNobody()) {
        why.add(new Evidence("header Return-Path", "<>, as for reports"));
      }
      boolean isBoth = isNoOne && answers.isFromNobody();
      return new Origin(isBoth ? Kind.DAEMON : Kind.NOBODY, why);
    }
    if (named) {
      return new Origin(Kind.NAMED, List.of(says));
    }
    boolean bare = from.isBlank() || from.replaceAll("[<>\\s]", "").equals(address.orElse("none"));
    return new Origin(bare && !answers.namesAnswered() ? Kind.BARE : Kind.PERSON, List.of());
  }

  /** By the part before the at sign, or by all of it where there is none. */
  private static boolean isDaemon(String address) {
    int sign = address.indexOf('@');
    String name = Phrase.plain(sign < 0 ? address : address.substring(0, sign)).strip();
    return NOTICES.begins("daemon", name.replaceFirst("^<", ""));
  }
}
