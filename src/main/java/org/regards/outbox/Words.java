package org.regards.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.Deed;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/** Words that several messages share. */
final class Words {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Words() {}

  /** What somebody did to a letter, for the audit trail. */
  static Deed deed(Actor by, Act act, LetterId id, Letter letter) {
    return new Deed(by, act, id.record(), letter.head().recipient().customer(), "");
  }

  static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** Why a letter is not printed once more. */
  static String onPaperAlready(
      DeliveryState delivery, @Nullable RunId run, @Nullable LocalDate day) {
    String when = day == null ? "before" : "on " + day(day);
    return switch (delivery) {
      case IN_RUN ->
          "it is in the print run %s; print its sheets again with regards print-run reprint %s."
              .formatted(run, run);
      case PRINTED -> "it was printed %s; post it once.".formatted(when);
      case POSTED -> "it was posted %s.".formatted(when);
      case RETURNED -> "it was posted and came back; compose it again.";
      case QUEUED,
          SENDING,
          DOT_SENT,
          ACCEPTED,
          REFUSED,
          DEFERRED,
          IN_DOUBT,
          BOUNCED,
          REPLIED,
          CANCELLED ->
          throw new IllegalArgumentException("not a letter on paper: " + delivery);
    };
  }

  static String changedMeanwhile(LetterId id) {
    return "it was changed a moment ago; read it again: regards letter " + id;
  }

  /** A reply that says that the server will take nothing from us. */
  static String ourFault(String server, String reply) {
    return "The mail server %s refuses mail from us: %s. Ask whoever runs it, or the domain, what must be mended (often SPF, DKIM, DMARC or the sender's right to send; regards doctor looks at them)."
        .formatted(server, reply);
  }

  static String otherStores(Path file) {
    return "%s is there already and comes from another store. Move it away, or name another folder with --out."
        .formatted(file);
  }

  static String inTheWay(PrintRun run, Path hidden) {
    return "%s is not finished: its files lie in %s, and something else is at their place, %s. Move that away, then run regards print-run again."
        .formatted(run.id(), hidden, run.folder());
  }

  static String otherChannel(LetterId id, LetterChannel written) {
    return switch (written) {
      case EMAIL ->
          "it was written as an email; send it (regards send %s) or compose it with --channel print."
              .formatted(id);
      case PRINT ->
          "it was written for paper; print it (regards print %s) or compose it with --channel email."
              .formatted(id);
    };
  }

  /**
   * The field that holds the address a letter goes to, for example {@code customer/C-1017.email}.
   */
  static String addressField(Letter letter) {
    String key = letter.head().recipient().customer().value();
    return new RecordField(new RecordId(RecordKind.CUSTOMER, key), "email").toString();
  }

  static String senderField(Letter letter) {
    String key = letter.head().signatory().staff().value();
    return new RecordField(new RecordId(RecordKind.STAFF, key), "email").toString();
  }
}
