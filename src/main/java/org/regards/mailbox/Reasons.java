package org.regards.mailbox;

import java.util.List;
import java.util.Optional;

/** What a status code and the words beside it mean, by RFC 3463, RFC 5248, and what servers do. */
final class Reasons {
  private static final PhraseTable PHRASES = PhraseTable.load("reasons.txt");
  private static final int ENOUGH = 6000;

  private Reasons() {}

  /** What came out: a status that is as exact as code and words allow, and why. */
  record Judged(StatusCode status, Reason reason) {}

  /**
   * Judges one recipient.
   *
   * @param given by the field that is for it
   * @param said what the server said, or what the notice says of this recipient
   * @param isDelay whether nothing has failed yet
   */
  static Judged judge(Optional<StatusCode> given, String said, boolean isDelay) {
    String text = said.length() > ENOUGH ? said.substring(0, ENOUGH) : said;
    Optional<StatusCode> code = mostExact(given, text);
    Optional<Reason> words = isDelay ? byWordsOfDelay(text) : byWords(text);
    Reason reason =
        words
            .filter(Reasons::isStrong)
            .or(() -> code.flatMap(Reasons::certain))
            .or(() -> words)
            .or(() -> code.flatMap(Reasons::likely))
            .or(() -> byReply(text))
            .orElse(isDelay && code.isEmpty() ? Reason.TIMEOUT : Reason.UNKNOWN);
    int severity = severity(given, code, text, reason, isDelay);
    StatusCode status =
        code.filter(exact -> exact.subject() != 0)
            .map(exact -> exact.withSeverity(severity))
            .orElseGet(() -> derived(code, reason, severity));
    return new Judged(status, reason);
  }

  /** A code with nothing in it is made exact by the reason, if there is one. */
  private static StatusCode derived(Optional<StatusCode> code, Reason reason, int severity) {
    return reason == Reason.UNKNOWN
        ? code.orElse(StatusCode.FAILED).withSeverity(severity)
        : reason.status(severity);
  }

  /** Servers that know few codes put these behind one for a wrong address. */
  private static boolean isStrong(Reason reason) {
    return reason == Reason.MAILBOX_FULL
        || reason == Reason.RATE_LIMITED
        || reason == Reason.TOO_BIG
        || reason == Reason.LOOP;
  }

  private static Optional<StatusCode> mostExact(Optional<StatusCode> given, String text) {
    Optional<StatusCode> said = StatusCode.said(text);
    if (said.isPresent()
        && !said.get().isVague()
        && given.isPresent()
        && said.get().severity() == given.get().severity()) {
      return said;
    }
    if (given.isPresent() && !given.get().isVague()) {
      return given;
    }
    List<StatusCode> inText =
        StatusCode.all(text).stream().filter(code -> code.severity() != 2).toList();
    return inText.stream()
        .filter(code -> !code.isVague())
        .findFirst()
        .or(() -> given.filter(code -> code.subject() != 0))
        .or(() -> inText.stream().filter(code -> code.subject() != 0).findFirst())
        .or(() -> given)
        .or(() -> inText.stream().findFirst());
  }

  static Optional<Reason> byWords(String text) {
    return PHRASES.sectionOf(Phrase.plain(text)).flatMap(Reason::of);
  }

  /** A server that still tries does not know yet that there is no such person. */
  private static Optional<Reason> byWordsOfDelay(String text) {
    return PHRASES
        .sectionOf(Phrase.plain(text), Reason.NO_SUCH_USER.word()::equals)
        .flatMap(Reason::of);
  }

  private static int severity(
      Optional<StatusCode> given,
      Optional<StatusCode> code,
      String text,
      Reason reason,
      boolean isDelay) {
    if (isDelay) {
      return 4;
    }
    Optional<StatusCode> known = given.or(() -> code).filter(found -> found.severity() != 2);
    if (known.isPresent()) {
      return known.get().severity();
    }
    List<Integer> replies = StatusCode.replies(text);
    if (!replies.isEmpty()) {
      return replies.getFirst() / 100;
    }
    return reason.isPassing() ? 4 : 5;
  }

  /** Codes that say why whatever words stand beside them. */
  private static Optional<Reason> certain(StatusCode code) {
    return Optional.ofNullable(
        switch (code.subject() * 1000 + code.detail()) {
          case 1001 -> Reason.NO_SUCH_USER;
          case 1002 -> Reason.NO_SUCH_DOMAIN;
          case 1006 -> Reason.MOVED;
          case 2002 -> Reason.MAILBOX_FULL;
          case 2003, 3004 -> Reason.TOO_BIG;
          case 4006, 4014 -> Reason.LOOP;
          case 7026, 7509, 7515, 7020, 7021, 7022, 7023, 7024, 7027, 7029 -> Reason.AUTHENTICATION;
          case 7025, 7606, 7708 -> Reason.REPUTATION;
          case 7501, 7502, 7503, 7512 -> Reason.SPAM;
          case 7705, 7750, 1090 -> Reason.RATE_LIMITED;
          case 7124, 7129, 7133, 7134, 7135, 7136, 7137 -> Reason.RESTRICTED;
          default -> null;
        });
  }

  /** Codes that many servers use for more than one thing, when the words say nothing. */
  private static Optional<Reason> likely(StatusCode code) {
    boolean permanent = code.isPermanent();
    return Optional.ofNullable(
        switch (code.subject()) {
          case 1 ->
              switch (code.detail()) {
                case 7, 8 -> Reason.POLICY;
                case 9 -> Reason.RESTRICTED;
                default -> Reason.NO_SUCH_USER;
              };
          case 2 ->
              switch (code.detail()) {
                case 1 -> Reason.DISABLED;
                case 4 -> Reason.SERVER_TROUBLE;
                default -> Reason.UNKNOWN;
              };
          case 3 -> Reason.SERVER_TROUBLE;
          case 4 ->
              switch (code.detail()) {
                case 3 -> Reason.SERVER_TROUBLE;
                case 4, 310 -> permanent ? Reason.NO_SUCH_DOMAIN : Reason.UNREACHABLE;
                case 5 -> Reason.RATE_LIMITED;
                case 7 -> Reason.TIMEOUT;
                default -> Reason.UNREACHABLE;
              };
          case 5 -> code.detail() == 3 ? Reason.RATE_LIMITED : Reason.MALFORMED;
          case 6 -> Reason.CONTENT;
          case 7 ->
              switch (code.detail()) {
                case 2 -> Reason.RESTRICTED;
                case 8, 9 -> Reason.AUTHENTICATION;
                case 28, 508 -> Reason.RATE_LIMITED;
                default -> Reason.POLICY;
              };
          default -> null;
        });
  }

  /** RFC 5321 4.2.3, when nothing else says why. */
  private static Optional<Reason> byReply(String text) {
    return StatusCode.replies(text).stream()
        .findFirst()
        .map(
            reply ->
                switch (reply) {
                  case 421, 451, 454 -> Reason.SERVER_TROUBLE;
                  case 550, 553 -> Reason.NO_SUCH_USER;
                  case 551 -> Reason.MOVED;
                  case 552 -> Reason.MAILBOX_FULL;
                  case 452 -> Reason.SERVER_TROUBLE;
                  case 500, 501, 502, 503, 504, 555 -> Reason.MALFORMED;
                  case 530, 535 -> Reason.AUTHENTICATION;
                  case 556 -> Reason.NO_SUCH_DOMAIN;
                  case 554, 571 -> Reason.POLICY;
                  default -> Reason.UNKNOWN;
                });
  }
}
