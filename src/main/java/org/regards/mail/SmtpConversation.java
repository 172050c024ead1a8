package org.regards.mail;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.mail.SmtpEnvelopes.Heard;

/**
 * Hands messages over to a server that knows who we are (RFC 5321 3.3). Where the server takes
 * groups of commands (PIPELINING, RFC 2920), the final dot of a message and the envelope of the
 * next go out together, and a message costs one round trip.
 */
final class SmtpConversation {
  /**
   * The server wants to know who we are, or did not believe it (RFC 4954 6): no fault of the
   * letter.
   */
  private static final Set<Integer> WHO_ARE_YOU = Set.of(530, 534, 535, 538);

  private final MailServer server;
  private final Patience patience;
  private final SmtpWire wire;
  private final SmtpExtensions offered;
  private final SmtpEnvelopes envelopes;

  private boolean over;

  /** The server has taken envelopes here, so that a cut says nothing of the next letter. */
  private boolean proven;

  /** The message whose dot is written and not answered. */
  private @Nullable Parcel dotted;

  SmtpConversation(MailServer server, Patience patience, SmtpWire wire, SmtpExtensions offered) {
    this.server = server;
    this.patience = patience;
    this.wire = wire;
    this.offered = offered;
    this.envelopes = new SmtpEnvelopes(wire, offered);
  }

  /** Whether it ended, and nothing more can be sent on it. */
  boolean isOver() {
    return over;
  }

  void goodbye() {
    over = true;
    wire.goodbye();
  }

  /**
   * Sends the first and what follows it until there is nothing more or the conversation is over.
   *
   * @return a parcel that was taken and must be sent in another conversation
   */
  Optional<Parcel> post(Parcel first, Parcels following) {
    Optional<Parcel> next = Optional.of(first);
    boolean orderly = false;
    try {
      while (next.isPresent() && !over) {
        next = postOne(next.get(), following);
      }
      if (dotted != null) {
        hearOfDot();
      }
      orderly = true;
      return next;
    } finally {
      if (!orderly) {
        inDoubt();
      }
    }
  }

  /** Returns what is to be sent next: this one again, if the conversation ended before it began. */
  private Optional<Parcel> postOne(Parcel parcel, Parcels following) {
    Mail mail = parcel.mail();
    Optional<Reply> tooBig = tooBig(mail);
    if (tooBig.isPresent()) {
      parcel.settled(new PostResult.Refused(tooBig.get()));
      return following.next();
    }
    Heard heard;
    try {
      if (offered.pipelining()) {
        envelopes.write(mail);
        if (dotted != null && !hearOfDot()) {
          return Optional.of(parcel);
        }
        heard = envelopes.hear(mail);
      } else {
        heard = envelopes.oneByOne(mail);
      }
    } catch (IOException failure) {
      hangUp();
      if (proven) {
        return Optional.of(parcel);
      }
      parcel.settled(lost(failure));
      return following.next();
    }
    return switch (heard) {
      case Heard.SendIt() -> {
        proven = true;
        yield sendContent(parcel, mail, following);
      }
      case Heard.Refusal(Reply reply, boolean last) -> {
        if (last) {
          hangUp();
        }
        if (proven && reply.code() == SmtpEnvelopes.GOING) {
          yield Optional.of(parcel);
        }
        proven = true;
        parcel.settled(refused(reply));
        yield following.next();
      }
    };
  }

  private Optional<Parcel> sendContent(Parcel parcel, Mail mail, Parcels following) {
    try {
      for (byte[] piece : mail.pieces()) {
        wire.message(piece);
      }
    } catch (IOException failure) {
      hangUp();
      parcel.settled(lost(failure));
      return following.next();
    }
    // taken before the dot is on record, so that nothing is waited for between that and the dot
    Optional<Parcel> next = Optional.empty();
    try {
      if (offered.pipelining()) {
        next = following.next();
      }
      parcel.beforeDot();
    } catch (RuntimeException why) {
      hangUp();
      parcel.keptBack(why);
      return next.isPresent() ? next : following.next();
    }
    dotted = parcel;
    try {
      wire.dot();
    } catch (IOException failure) {
      inDoubt();
      return next;
    }
    if (offered.pipelining()) {
      return next;
    }
    hearOfDot();
    return following.next();
  }

  private Optional<Reply> tooBig(Mail mail) {
    long length = mail.size();
    return offered.size() > 0 && length > offered.size()
        ? Optional.of(
            new Reply(
                552,
                "5.3.4 the message has %,d bytes, and the server %s takes %,d"
                    .formatted(length, server, offered.size())))
        : Optional.empty();
  }

  /** Returns whether the conversation goes on. */
  private boolean hearOfDot() {
    Parcel parcel = dotted;
    if (parcel == null) {
      return !over;
    }
    try {
      wire.wait(patience.finalReply());
      int code = wire.read();
      wire.wait(patience.reply());
      dotted = null;
      if (code >= 300 && code < 400) {
        throw new ProtocolException("the dot was answered with " + code);
      }
      if (code == SmtpEnvelopes.GOING) {
        hangUp();
      }
      Reply reply = wire.reply();
      parcel.settled(
          isPositive(code)
              ? new PostResult.Accepted(reply, null)
              : reply.isPermanent()
                  ? new PostResult.Refused(reply)
                  : new PostResult.Deferred(reply));
    } catch (IOException failure) {
      dotted = parcel;
      inDoubt();
    }
    return !over;
  }

  private void inDoubt() {
    hangUp();
    Parcel parcel = dotted;
    dotted = null;
    if (parcel != null) {
      parcel.settled(
          new PostResult.InDoubt(
              "the server "
                  + server
                  + " had the whole message and the connection ended before it said whether it took"
                  + " it"));
    }
  }

  private PostResult refused(Reply reply) {
    if (WHO_ARE_YOU.contains(reply.code())) {
      hangUp();
      return new PostResult.ShutOut(ConnectionTrouble.notLetIn(server, reply));
    }
    return reply.isPermanent() ? new PostResult.Refused(reply) : new PostResult.Deferred(reply);
  }

  private static PostResult lost(IOException failure) {
    return new PostResult.Deferred(
        Reply.lost(
            failure instanceof ProtocolException
                ? String.valueOf(failure.getMessage())
                : "the connection was lost"));
  }

  /** Cuts the line: a QUIT would be taken for a line of the message when we are within one. */
  private void hangUp() {
    over = true;
    wire.cut();
  }

  private static boolean isPositive(int code) {
    return code >= 200 && code <= 299;
  }
}
