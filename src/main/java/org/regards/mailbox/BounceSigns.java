package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.mailbox.Explained.Evidence;

/**
 * Whether a message without a report for machines is a mail system's notice all the same. No sign
 * is enough alone: people forward such notices and quote them, and each sign has been seen without
 * one.
 */
final class BounceSigns {
  private static final PhraseTable NOTICES = PhraseTable.load("notices.txt");
  private static final int ENOUGH = 4;
  private static final int BEGINNING = 6000;

  private final Survey survey;
  private final AnswerSigns answers;
  private final String subject;
  private final String words;
  private final List<Evidence> why = new ArrayList<>();
  private int strong;
  private int weak;

  BounceSigns(Survey survey, AnswerSigns answers) {
    this.survey = survey;
    this.answers = answers;
    this.subject = Phrase.plain(survey.header().first("subject")).strip();
    String text = survey.words();
    this.words = Phrase.plain(text.substring(0, Math.min(BEGINNING, text.length())));
    weigh();
  }

  private void weigh() {
    Header header = survey.header();
    for (String name :
        List.of("x-failed-recipients", "x-failed-recipient", "x-mailer-daemon-recipients")) {
      if (header.has(name)) {
        strong(4, Evidence.of(name, header.first(name)));
      }
    }
    if (header.has("x-mlserver")) {
      strong(3, Evidence.of("x-mlserver", header.first("x-mlserver")));
    }
    String report = survey.type().parameter("report-type");
    if (survey.type().type().equals("multipart/report")
        && (report.isEmpty() || report.equalsIgnoreCase("delivery-status"))) {
      strong(2, Evidence.of("content-type", header.first("content-type")));
    }
    boolean quiet = answers.hasReplyPrefix() || isForwarded();
    if (!quiet && NOTICES.has("bounce-subject", subject)) {
      strong(2, Evidence.of("subject", header.first("subject")));
    } else if (!quiet && NOTICES.has("delay-subject", subject)) {
      strong(1, Evidence.of("subject", header.first("subject")));
    }
    if (isFromDaemon()) {
      strong(2, Evidence.of("from", header.first("from")));
    }
    if (header.has("from") && header.first("from").replaceAll("[<>\\s]", "").isEmpty()) {
      strong(1, new Evidence("header From", "<>, from no one"));
    }
    if (answers.isFromNobody()) {
      strong(1, new Evidence("header Return-Path", "<>, as for reports"));
    }
    Optional<String> says =
        NOTICES.find("bounce-text", words).or(() -> NOTICES.find("delay-text", words));
    if (says.isPresent()) {
      weak(2, new Evidence("text", says.get()));
    }
    if (StatusCode.placeOfReply(survey.words()) >= 0 || StatusCode.placeOf(survey.words()) >= 0) {
      weak(1, new Evidence("text", Notice.diagnostic(survey.words())));
    }
    if (Reasons.byWords(words).isPresent()) {
      weak(1, new Evidence("text", "says why something did not arrive"));
    }
    if (!survey.returned().isEmpty()) {
      weak(1, new Evidence("parts", "a message of somebody comes with it"));
    }
  }

  private void strong(int points, Evidence evidence) {
    strong += points;
    why.add(evidence);
  }

  private void weak(int points, Evidence evidence) {
    weak += points;
    why.add(evidence);
  }

  boolean isNotice() {
    return strong > 0 && strong + weak >= ENOUGH && weak > 0;
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

  private boolean isFromDaemon() {
    Header header = survey.header();
    String from = header.first("from").isBlank() ? header.first("sender") : header.first("from");
    return NOTICES.has("daemon", Phrase.plain(from));
  }

  private boolean isForwarded() {
    return subject.startsWith("fwd:") || subject.startsWith("fw:") || subject.startsWith("wg:");
  }

  List<Evidence> why() {
    return List.copyOf(why);
  }
}
