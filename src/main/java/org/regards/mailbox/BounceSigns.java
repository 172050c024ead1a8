package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.mailbox.Explained.Evidence;
import org.regards.mailbox.Origin.Kind;

/**
 * Whether a message is a mail system's notice that another one did not arrive. It takes who sent it
 * and what it says: the surer the one, the less is asked of the other. In doubt it is none, since a
 * bounce closes an address.
 */
final class BounceSigns {
  private static final PhraseTable NOTICES = PhraseTable.load("notices.txt");
  private static final int BEGINNING = 6000;

  private final Survey survey;
  private final AnswerSigns answers;
  private final Origin origin;
  private final String subject;
  private final String words;
  private final List<Evidence> why = new ArrayList<>();
  private final boolean claims;
  private final boolean says;
  private final boolean quotes;
  private final boolean explains;

  BounceSigns(Survey survey, AnswerSigns answers) {
    this.survey = survey;
    this.answers = answers;
    this.origin = Origin.of(survey, answers);
    this.subject = Phrase.plain(survey.header().first("subject")).strip();
    String text = survey.words();
    this.words = Phrase.plain(text.substring(0, Math.min(BEGINNING, text.length())));
    this.claims = claims();
    why.addAll(origin.why());
    this.says = says();
    this.quotes = quotes();
    this.explains = Reasons.byWords(words).isPresent();
    if (explains) {
      why.add(new Evidence("text", "says why something did not arrive"));
    }
    if (!survey.returned().isEmpty()) {
      why.add(new Evidence("parts", "a message of somebody comes with it"));
    }
  }

  /** In its subject, which is not that of an answer. */
  private boolean claims() {
    boolean isNew = !answers.hasReplyPrefix() && !isForwarded();
    boolean claimed =
        isNew && (NOTICES.has("bounce-subject", subject) || NOTICES.has("delay-subject", subject));
    if (claimed) {
      why.add(Evidence.of("subject", survey.header().first("subject")));
    }
    return claimed;
  }

  private boolean says() {
    Optional<String> found =
        NOTICES
            .find("bounce-text", words)
            .or(() -> NOTICES.find("delay-text", words))
            .or(() -> NOTICES.find("notice-text", words));
    found.ifPresent(phrase -> why.add(new Evidence("text", phrase)));
    return found.isPresent();
  }

  /** What a server answered. */
  private boolean quotes() {
    boolean found =
        StatusCode.placeOfReply(survey.words()) >= 0 || StatusCode.placeOf(survey.words()) >= 0;
    if (found) {
      why.add(new Evidence("text", Notice.diagnostic(survey.words())));
    }
    return found;
  }

  boolean isNotice() {
    boolean returns = !survey.returned().isEmpty();
    boolean speaks = says || quotes;
    return switch (origin.kind()) {
      case REPORT -> !survey.words().isBlank() || returns;
      case DAEMON ->
          !isAnswer()
              && (claims
                  || (speaks && (returns || namesSomebody()))
                  || (isSurelyFromDaemon() && namesSomebody()));
      case NOBODY ->
          !answers.hasAutomaticSubject()
              && (claims ? speaks || explains || returns : speaks && returns);
      case NAMED -> claims && !isAnswer() && speaks && (returns || quotes || namesSomebody());
      case BARE -> claims && speaks && returnsWhole();
      case PERSON -> false;
    };
  }

  /**
   * Whether its part for machines counts. People send such parts on and answer with them; then only
   * what is sent on is a report.
   */
  boolean isReport() {
    return switch (origin.kind()) {
      case REPORT, NOBODY -> true;
      case DAEMON, NAMED, BARE -> !isAnswer();
      case PERSON -> survey.isStatusPart() ? !answers.hasReplyPrefix() : isForwarded();
    };
  }

  /** Whether a person sends a report on that somebody else got. */
  boolean isSentOn() {
    return origin.kind() == Kind.PERSON;
  }

  /** A postmaster who writes back quotes what he answers; programs that say "Re:" do not. */
  private boolean isAnswer() {
    boolean quoted =
        ReplyText.of(survey.words()).contains(ReplyText.LEFT_OUT)
            || survey.returned().stream().anyMatch(header -> header.has("sent"));
    return answers.hasReplyPrefix() && answers.namesAnswered() && quoted;
  }

  /** So that its words may be in a language that is not known here. */
  private boolean isSurelyFromDaemon() {
    return answers.isFromNobody() && survey.header().first("from").contains("@");
  }

  /** What people quote lacks the fields that they do not see. */
  private boolean returnsWhole() {
    return survey.returned().stream()
        .anyMatch(
            back -> back.has("message-id") || back.has("received") || back.has("return-path"));
  }

  private boolean namesSomebody() {
    Notice notice = new Notice(survey.words(), survey.ourselves(), survey.sentTo());
    return !notice.recipients(List.of()).isEmpty();
  }

  /** Whether it says that the message did arrive, and of nobody that it did not. */
  Optional<Evidence> success() {
    if (NOTICES.has("success-subject", subject)) {
      return Optional.of(Evidence.of("subject", survey.header().first("subject")));
    }
    boolean failed =
        quotes || NOTICES.has("failed-text", words) || NOTICES.has("bounce-text", words);
    return NOTICES
        .find("success-text", words)
        .filter(ignored -> !failed)
        .map(phrase -> new Evidence("text", phrase));
  }

  /** Whether it says that the message is still under way. */
  Optional<Evidence> delay() {
    boolean failed = NOTICES.has("failed-text", words);
    Optional<String> text = NOTICES.find("delay-text", words);
    if (text.isPresent() && !failed) {
      return Optional.of(new Evidence("text", text.get()));
    }
    boolean bySubject =
        NOTICES.has("delay-subject", subject) && !failed && !subject.contains("failure");
    return bySubject
        ? Optional.of(Evidence.of("subject", survey.header().first("subject")))
        : Optional.empty();
  }

  private boolean isForwarded() {
    return Survey.isForwarded(survey.header());
  }

  List<Evidence> why() {
    return List.copyOf(why);
  }
}
