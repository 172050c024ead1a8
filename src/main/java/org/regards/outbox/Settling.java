package org.regards.outbox;

import static org.regards.outbox.DeliveryState.ACCEPTED;
import static org.regards.outbox.DeliveryState.CANCELLED;
import static org.regards.outbox.DeliveryState.DEFERRED;
import static org.regards.outbox.DeliveryState.IN_DOUBT;
import static org.regards.outbox.DeliveryState.QUEUED;
import static org.regards.outbox.DeliveryState.REFUSED;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Letter;
import org.regards.letter.LetterState;
import org.regards.mail.PostResult;
import org.regards.mail.Reply;
import org.regards.mail.ReplyMeaning;

/** Decides what becomes of a letter after an attempt. */
final class Settling {
  /** Until the queue itself has found out how long to wait for the server. */
  private static final Duration UNREACHABLE = Duration.ofMinutes(1);

  /** What a hold or a pause stops is looked at again so often. */
  static final Duration HELD = Duration.ofMinutes(15);

  private final Rules rules;
  private final String server;
  private final InstantSource clock;

  Settling(Rules rules, String server, InstantSource clock) {
    this.rules = rules;
    this.server = server;
    this.clock = clock;
  }

  Settlement of(Consignment sent, PostResult result) {
    Settlement end = judge(sent, result);
    rules.pace().settled(sent.claim(), result instanceof PostResult.Accepted, clock.instant());
    return end;
  }

  private Settlement judge(Consignment sent, PostResult result) {
    Claim claim = sent.claim();
    Letter letter = sent.letter();
    return switch (result) {
      case PostResult.Accepted accepted -> accepted(claim, letter, accepted);
      case PostResult.Refused refused -> failed(claim, letter, refused.reply(), true);
      case PostResult.Deferred deferred -> failed(claim, letter, deferred.reply(), false);
      case PostResult.Unreachable unreachable -> away(claim, letter, unreachable.reason());
      case PostResult.ShutOut shutOut -> stopped(claim, letter, shutOut.reason());
      case PostResult.InDoubt doubt -> doubted(claim, letter, sent.mail().messageId(), doubt);
    };
  }

  /** Of a letter that was kept back before its final dot. */
  Settlement of(Claim claim, Letter letter, Stopping stopping) {
    SendOutcome held = new SendOutcome.Held(claim.letter(), stopping.reason());
    Instant now = clock.instant();
    rules.pace().settled(claim, false, now);
    if (stopping.passes()) {
      return back(claim, letter, QUEUED, stopping.reason(), now.plus(HELD), null, held);
    }
    return claim.resent()
        ? back(claim, letter, IN_DOUBT, stopping.reason(), now, null, held)
        : settled(claim, letter, CANCELLED, stopping.reason(), "", LetterState.APPROVED, held);
  }

  /** Of a letter that is not ours any more: for telling only. */
  Settlement of(Claim claim, Letter letter, TakenOverException over) {
    rules.pace().settled(claim, false, clock.instant());
    return back(
        claim,
        letter,
        CANCELLED,
        over.reason(),
        clock.instant(),
        null,
        new SendOutcome.Held(claim.letter(), over.reason()));
  }

  private Settlement accepted(Claim claim, Letter letter, PostResult.Accepted accepted) {
    String reply = accepted.reply().toString();
    return settled(
        claim,
        letter,
        ACCEPTED,
        reply,
        accepted.file() == null ? "" : accepted.file().toString(),
        LetterState.DONE,
        new SendOutcome.Sent(claim.letter(), server, reply, accepted.file()));
  }

  private Settlement failed(Claim claim, Letter letter, Reply reply, boolean forGood) {
    Instant now = clock.instant();
    return switch (reply.meaning()) {
      case OUR_FAULT -> stopped(claim, letter, Words.ourFault(server, reply.toString()));
      case MAILBOX_FULL, LATER -> again(claim, letter, reply);
      case SLOW_DOWN -> {
        rules.pace().slowDown(claim, reply, now);
        yield again(claim, letter, reply);
      }
      case ADDRESS_BAD, TOO_BIG, REFUSED ->
          forGood ? refused(claim, letter, reply) : again(claim, letter, reply);
    };
  }

  /** A connection that never came about counts as one that was lost before the dot: as a 451. */
  private Settlement away(Claim claim, Letter letter, String reason) {
    Instant now = clock.instant();
    Instant first = claim.firstTriedAt();
    Instant since = first == null ? now : first;
    int tries = claim.tries() + 1;
    return switch (next(letter, since, tries, ReplyMeaning.LATER, now)) {
      case RetryPlan.Next.Again ignored ->
          new Settlement(
              claim,
              letter,
              DEFERRED,
              reason,
              "",
              now.plus(UNREACHABLE),
              tries,
              since,
              claim.resent(),
              null,
              null,
              new SendOutcome.ServerUnreachable(claim.letter(), reason));
      case RetryPlan.Next.GivenUp given -> givenUp(claim, letter, given, reason);
    };
  }

  private RetryPlan.Next next(
      Letter letter, Instant since, int tries, ReplyMeaning meaning, Instant now) {
    return rules
        .retries()
        .after(new RetryPlan.Failure(letter.head().type(), since, tries, meaning, now));
  }

  private Settlement givenUp(
      Claim claim, Letter letter, RetryPlan.Next.GivenUp given, String reason) {
    String words = given.words() + " " + reason;
    return claim.resent()
        ? stillInDoubt(claim, letter, words)
        : settled(
            claim,
            letter,
            REFUSED,
            words,
            "",
            LetterState.DRAFT,
            new SendOutcome.GivenUp(claim.letter(), given.words(), reason));
  }

  /** Not taken this time, but the time before it may have arrived: a person finds out. */
  private Settlement stillInDoubt(Claim claim, Letter letter, String reason) {
    Instant now = clock.instant();
    return back(
        claim,
        letter,
        IN_DOUBT,
        reason,
        now,
        null,
        new SendOutcome.Held(
            claim.letter(),
            "it may have arrived the first time, and the second time it was not taken: %s. Say what you find: regards outbox resolve %s --delivered --as STAFF, or --resend"
                .formatted(reason, claim.letter())));
  }

  private Settlement refused(Claim claim, Letter letter, Reply reply) {
    String words = reply.toString();
    if (claim.resent() && reply.meaning() != ReplyMeaning.ADDRESS_BAD) {
      return stillInDoubt(claim, letter, words);
    }
    String field = Words.addressField(letter);
    SendOutcome outcome =
        reply.meaning() == ReplyMeaning.TOO_BIG
            ? new SendOutcome.TooBig(claim.letter(), field, words)
            : new SendOutcome.RefusedByServer(claim.letter(), field, words, clock.instant());
    return settled(claim, letter, REFUSED, words, "", LetterState.DRAFT, outcome);
  }

  private Settlement again(Claim claim, Letter letter, Reply reply) {
    Instant now = clock.instant();
    Instant first = claim.firstTriedAt();
    Instant since = first == null ? now : first;
    int tries = claim.tries() + 1;
    String words = reply.toString();
    return switch (next(letter, since, tries, reply.meaning(), now)) {
      case RetryPlan.Next.Again next ->
          new Settlement(
              claim,
              letter,
              DEFERRED,
              words,
              "",
              next.at(),
              tries,
              since,
              claim.resent(),
              null,
              null,
              new SendOutcome.Deferred(claim.letter(), words, next.at()));
      case RetryPlan.Next.GivenUp given -> givenUp(claim, letter, given, words);
    };
  }

  private Settlement doubted(
      Claim claim, Letter letter, String messageId, PostResult.InDoubt doubt) {
    Instant now = clock.instant();
    if (claim.resent() || Doubt.isForAPerson(letter.head().type())) {
      return back(
          claim,
          letter,
          IN_DOUBT,
          doubt.reason(),
          now,
          null,
          new SendOutcome.InDoubt(
              claim.letter(), server, Words.addressField(letter), messageId, now));
    }
    Instant due = now.plus(rules.probe());
    return new Settlement(
        claim,
        letter,
        DEFERRED,
        doubt.reason(),
        "",
        due,
        claim.tries(),
        claim.firstTriedAt(),
        true,
        null,
        null,
        new SendOutcome.SentAgain(claim.letter(), server, now, due));
  }

  private Settlement stopped(Claim claim, Letter letter, String reason) {
    return back(
        claim,
        letter,
        QUEUED,
        reason,
        clock.instant(),
        reason,
        new SendOutcome.Stopped(claim.letter(), reason));
  }

  /** The try does not count. */
  private static Settlement back(
      Claim claim,
      Letter letter,
      DeliveryState state,
      String reply,
      Instant due,
      @Nullable String stop,
      SendOutcome outcome) {
    return new Settlement(
        claim,
        letter,
        state,
        reply,
        "",
        due,
        claim.tries(),
        claim.firstTriedAt(),
        claim.resent(),
        null,
        stop,
        outcome);
  }

  private Settlement settled(
      Claim claim,
      Letter letter,
      DeliveryState state,
      String reply,
      String file,
      LetterState letterState,
      SendOutcome outcome) {
    return new Settlement(
        claim,
        letter,
        state,
        reply,
        file,
        clock.instant(),
        claim.tries(),
        claim.firstTriedAt(),
        claim.resent(),
        letterState,
        null,
        outcome);
  }
}
