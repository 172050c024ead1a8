package org.regards.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MessageId;
import org.regards.mailbox.Explained.Evidence;
import org.regards.outbox.SentLetters;
import org.regards.outbox.SentLetters.Sent;

/** Says what a message that came in is. Reads only; safe for many threads. */
public final class Mailroom {
  private static final PhraseTable SYSTEMS = PhraseTable.load("systems.txt");
  private static final PhraseTable NOTICES = PhraseTable.load("notices.txt");
  private static final int DEEPEST = 3;

  /** What a message is that a person writes to us of their own accord. */
  static final String NEW_MAIL = "new mail";

  private static final byte[] COMPOUND_FILE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final Predicate<String> OWN_FIELDS =
      Set.of(
              "from",
              "subject",
              "message-id",
              "content-type",
              "x-mailer",
              "user-agent",
              "x-failed-recipients",
              "x-mimeole",
              "reporting-mta",
              "x-powermta-virtualmta")
          ::contains;

  private static final String DELIVERY_RECEIPT = "delivery receipt";
  private static final String READ_RECEIPT = "read receipt";

  private final Correspondence correspondence;

  private Mailroom(@Nullable Function<MessageId, Optional<Sent>> sent) {
    this.correspondence = new Correspondence(sent);
  }

  /** Knows a letter of ours by the store. */
  public static Mailroom of(SentLetters letters) {
    return new Mailroom(letters::find);
  }

  /** Has no store at hand, and knows our letters by the form of their ids only. */
  public static Mailroom withoutStore() {
    return new Mailroom(null);
  }

  /**
   * Explains a message of RFC 5322, of any size; what is not one is explained as well. The stream
   * is read to its end and left open.
   *
   * @throws IOException when it cannot be read; never for what it holds
   */
  public Explained explain(InputStream message) throws IOException {
    return explain(MimeReader.read(message));
  }

  /** As {@link #explain(InputStream)}, of a message that was read. */
  Explained explain(Part message) {
    return explain(message, 0);
  }

  private Explained explain(Part message, int depth) {
    Survey survey = Survey.of(message);
    Case judged = judge(survey, message);
    Explained itself = explained(survey, judged);
    if (isOpen(survey, judged) && depth < DEEPEST) {
      for (Part enclosed : survey.enclosed()) {
        Explained inner = explain(enclosed, depth + 1);
        if (inner.incoming() instanceof Incoming.Bounce
            || inner.incoming() instanceof Incoming.Delayed) {
          List<Evidence> why = new ArrayList<>();
          why.add(new Evidence("parts", "a message that was sent on holds the report"));
          why.addAll(inner.why());
          return explained(survey, inner.incoming(), inner.token(), inner.system(), why, itself);
        }
      }
    }
    return itself;
  }

  /**
   * Whether what comes with it may say more: a report that was sent on, or wrapped by a gateway.
   */
  private static boolean isOpen(Survey survey, Case judged) {
    List<Reported> reported = judged.incoming().recipients();
    boolean vague =
        judged.incoming() instanceof Incoming.Bounce
            && reported.stream().allMatch(one -> !one.named());
    return vague
        || judged.incoming() instanceof Incoming.Other
        || (judged.incoming() instanceof Incoming.Reply
            && !new AnswerSigns(survey).hasReplyPrefix());
  }

  private Explained explained(Survey survey, Case judged) {
    return explained(
        survey,
        judged.incoming(),
        correspondence.token(survey, judged.incoming()),
        system(survey, judged),
        judged.why(),
        judged.bringer() == null ? null : explained(survey, judged.bringer()));
  }

  private static Explained explained(
      Survey survey,
      Incoming incoming,
      Token token,
      String system,
      List<Evidence> why,
      @Nullable Explained outer) {
    Header header = survey.header();
    return new Explained(
        addressed(incoming, token),
        token,
        header.first("message-id"),
        header.first("from"),
        system,
        why,
        outer);
  }

  /** The store knows whom we wrote to better than what came back does. */
  private static Incoming addressed(Incoming incoming, Token token) {
    if (!(token instanceof Token.Known known) || incoming.recipients().size() != 1) {
      return incoming;
    }
    List<Reported> reported =
        List.of(incoming.recipients().getFirst().withSentTo(known.letter().recipient()));
    return switch (incoming) {
      case Incoming.Bounce ignored -> new Incoming.Bounce(reported);
      case Incoming.Delayed ignored -> new Incoming.Delayed(reported);
      case Incoming.Other other -> new Incoming.Other(other.what(), reported);
      case Incoming.Reply reply -> reply;
      case Incoming.AutoReply reply -> reply;
    };
  }

  /**
   * @param bringer what the message is by itself, where somebody only sends a report on; else null
   */
  private record Case(Incoming incoming, List<Evidence> why, @Nullable Case bringer) {
    static Case of(Incoming incoming, Evidence why) {
      return of(incoming, List.of(why));
    }

    static Case of(Incoming incoming, List<Evidence> why) {
      return new Case(incoming, why, null);
    }

    Case broughtBy(Case other) {
      return new Case(incoming, why, other);
    }
  }

  private static Case judge(Survey survey, Part message) {
    Header header = survey.header();
    if (!header.isOfMessage() && survey.statuses().isEmpty()) {
      return Case.of(other("not a message"), new Evidence("message", instead(survey, message)));
    }
    if (survey.feedback().isPresent()) {
      return Case.of(
          other("complaint"),
          new Evidence("parts", "message/feedback-report: the recipient calls a message spam"));
    }
    if (header.has("x-apple-unsubscribe")) {
      return Case.of(
          other("wish to get no more mail"),
          Evidence.of("x-apple-unsubscribe", header.first("x-apple-unsubscribe")));
    }
    if (survey.receipt().isPresent()) {
      return Case.of(
          other(READ_RECEIPT),
          new Evidence("parts", "message/disposition-notification, which is no bounce"));
    }
    if (NOTICES.begins("complaint-subject", Phrase.plain(header.first("subject")).strip())) {
      return Case.of(other("complaint"), Evidence.of("subject", header.first("subject")));
    }
    AnswerSigns answers = new AnswerSigns(survey);
    Optional<Evidence> receipt = answers.receipt();
    if (receipt.isPresent()) {
      return Case.of(other(READ_RECEIPT), receipt.get());
    }
    if (answers.isCalendarAnswer()) {
      return Case.of(
          other("answer to an invitation"), new Evidence("parts", "text/calendar, method REPLY"));
    }
    Optional<Evidence> challenge = answers.byChallenge();
    if (challenge.isPresent() && answers.isFromChallenger()) {
      return Case.of(new Incoming.AutoReply(header.first("from")), challenge.get());
    }
    BounceSigns signs = new BounceSigns(survey, answers);
    Reports reports = new Reports(survey);
    List<Reported> byMachine = reports.byMachine();
    if (!byMachine.isEmpty() && signs.isReport()) {
      Case report = byActions(byMachine);
      return signs.isSentOn() ? report.broughtBy(byAnswer(survey, answers)) : report;
    }
    if (signs.isNotice()) {
      Optional<Evidence> success = signs.success();
      if (success.isPresent()) {
        return Case.of(other(DELIVERY_RECEIPT), success.get());
      }
      Optional<Evidence> delay = signs.delay();
      List<Reported> reported = reports.byWords(delay.isPresent());
      List<Evidence> why = new ArrayList<>();
      delay.ifPresent(why::add);
      why.addAll(signs.why());
      why.addAll(diagnostics(reported));
      return Case.of(
          delay.isPresent() ? new Incoming.Delayed(reported) : new Incoming.Bounce(reported), why);
    }
    return byAnswer(survey, answers);
  }

  /** What a file is that holds no message, in words that help whoever saved it. */
  private static String instead(Survey survey, Part message) {
    if (message.startsWith(COMPOUND_FILE)) {
      return "it begins as Outlook's own .msg files do: save the message as .eml";
    }
    return survey.header().fields().isEmpty() && survey.words().isBlank()
        ? "no header and no text"
        : "none of the fields that a message begins with: From, Date, Subject";
  }

  private static Incoming other(String what) {
    return new Incoming.Other(what, List.of());
  }

  private static Case byActions(List<Reported> reported) {
    List<Evidence> why = new ArrayList<>();
    for (Reported one : reported.subList(0, Math.min(5, reported.size()))) {
      why.add(
          new Evidence(
              "delivery status",
              "Action %s, Status %s for %s"
                  .formatted(
                      one.action().word(),
                      one.given().map(StatusCode::toString).orElse("none"),
                      one.address())));
    }
    why.addAll(diagnostics(reported));
    if (reported.stream().anyMatch(one -> one.action() == Action.FAILED)) {
      return Case.of(new Incoming.Bounce(reported), why);
    }
    return reported.stream().anyMatch(one -> one.action() == Action.DELAYED)
        ? Case.of(new Incoming.Delayed(reported), why)
        : Case.of(new Incoming.Other(DELIVERY_RECEIPT, reported), why);
  }

  private static List<Evidence> diagnostics(List<Reported> reported) {
    return reported.stream()
        .limit(5)
        .filter(one -> !one.diagnostic().isEmpty())
        .map(one -> new Evidence("said of " + one.address(), one.diagnostic()))
        .toList();
  }

  private static Case byAnswer(Survey survey, AnswerSigns answers) {
    String from = survey.header().first("from");
    Optional<Evidence> automatic = answers.automatic();
    if (automatic.isPresent()) {
      return Case.of(new Incoming.AutoReply(from), automatic.get());
    }
    Optional<Evidence> bulk = answers.bulk();
    Optional<Evidence> personal = answers.personal();
    boolean ours = answers.answersOurs();
    if (bulk.isPresent() && !ours) {
      return Case.of(other("list mail or newsletter"), bulk.get());
    }
    if (personal.isPresent()) {
      return Case.of(new Incoming.Reply(from), personal.get());
    }
    return Case.of(
        other(NEW_MAIL),
        new Evidence("header", "no In-Reply-To, no References, no Re: in the subject, no report"));
  }

  /** By what it says of itself; where that is nothing, by the servers that it came through. */
  private static String system(Survey survey, Case judged) {
    if (judged.incoming().recipients().isEmpty()) {
      return "";
    }
    String words = survey.words();
    StringBuilder own = new StringBuilder(words.substring(0, Math.min(2000, words.length())));
    survey.statuses().forEach(status -> append(own, status.message(), OWN_FIELDS));
    append(own, survey.header(), OWN_FIELDS);
    return SYSTEMS
        .sectionOf(Phrase.plain(own.toString()))
        .or(
            () -> {
              StringBuilder all = new StringBuilder();
              append(
                  all, survey.header(), name -> !name.equals("to") && !name.equals("delivered-to"));
              return SYSTEMS.sectionOf(Phrase.plain(all.toString()));
            })
        .orElse("");
  }

  private static void append(StringBuilder text, Header header, Predicate<String> wanted) {
    for (Header.Field field : header.fields()) {
      if (wanted.test(field.name())) {
        text.append('\n').append(field.name()).append(": ").append(field.value());
      }
    }
  }
}
