package org.regards.mail;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.customer.EmailAddress;

/** Says from whom and to whom a message goes, up to the word that it may come (RFC 5321 3.3). */
final class SmtpEnvelopes {
  static final int GOING = 421;
  private static final int SEND_IT = 354;

  private final SmtpWire wire;
  private final SmtpExtensions offered;

  /** An envelope was given up: the server must forget it before the next. */
  private boolean begun;

  SmtpEnvelopes(SmtpWire wire, SmtpExtensions offered) {
    this.wire = wire;
    this.offered = offered;
  }

  sealed interface Heard {
    /** The server waits for the message. */
    record SendIt() implements Heard {}

    /**
     * The message is not wanted.
     *
     * @param over nothing more can be sent on this connection
     */
    record Refusal(Reply reply, boolean over) implements Heard {}
  }

  /** Each command waits for the answer to the one before. */
  Heard oneByOne(Mail mail) throws IOException {
    if (begun) {
      wire.say("RSET").endLine();
      hearReset();
    }
    sender(mail);
    Optional<Reply> refusal = refusal();
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    begun = true;
    recipient(mail);
    refusal = refusal();
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (mail.envelope().archive() != null) {
      archive(mail.envelope().archive());
      Optional<Reply> ofArchive = refusal().filter(SmtpEnvelopes::isGoing);
      if (ofArchive.isPresent()) {
        return refused(ofArchive.get());
      }
    }
    wire.say("DATA").endLine();
    return hearData(Optional.empty(), false);
  }

  /** All commands, to be sent behind the dot of the message before; {@link #hear} belongs to it. */
  void write(Mail mail) throws IOException {
    if (begun) {
      wire.say("RSET").endLine();
    }
    sender(mail);
    recipient(mail);
    if (mail.envelope().archive() != null) {
      archive(mail.envelope().archive());
    }
    wire.say("DATA").endLine();
  }

  Heard hear(Mail mail) throws IOException {
    if (begun) {
      hearReset();
    }
    Optional<Reply> refusal = refusal();
    if (refusal.filter(SmtpEnvelopes::isGoing).isPresent()) {
      return refused(refusal.get());
    }
    begun = refusal.isEmpty();
    Optional<Reply> ofRecipient = refusal();
    if (ofRecipient.filter(SmtpEnvelopes::isGoing).isPresent()) {
      return refused(ofRecipient.get());
    }
    boolean someoneElse = false;
    if (mail.envelope().archive() != null) {
      Optional<Reply> ofArchive = refusal();
      if (ofArchive.filter(SmtpEnvelopes::isGoing).isPresent()) {
        return refused(ofArchive.get());
      }
      someoneElse = ofArchive.isEmpty();
    }
    return hearData(refusal.or(() -> ofRecipient), someoneElse);
  }

  /**
   * @param someoneElse the server took an address beside the recipient's
   */
  private Heard hearData(Optional<Reply> refusal, boolean someoneElse) throws IOException {
    int code = wire.read();
    if (code != SEND_IT) {
      Optional<Reply> ofData = refusalOf(code);
      if (ofData.isEmpty()) {
        throw new ProtocolException("DATA was answered with " + code);
      }
      return refused(refusal.orElse(ofData.get()));
    }
    begun = false;
    if (refusal.isEmpty()) {
      return new Heard.SendIt();
    }
    // it wants the message nevertheless, for nobody (RFC 2920 3.1) or for the archive alone, which
    // would keep an empty one
    return new Heard.Refusal(refusal.get(), someoneElse || !tookNothing());
  }

  /** Returns whether the conversation goes on. */
  private boolean tookNothing() {
    try {
      wire.dot();
      return wire.read() != GOING;
    } catch (IOException gone) {
      return false;
    }
  }

  private void hearReset() throws IOException {
    if (refusal().isPresent()) {
      throw new ProtocolException("the server does not forget what was given up");
    }
    begun = false;
  }

  private Optional<Reply> refusal() throws IOException {
    return refusalOf(wire.read());
  }

  private Optional<Reply> refusalOf(int code) throws ProtocolException {
    if (code < 300) {
      return Optional.empty();
    }
    if (code < 400) {
      throw new ProtocolException("the envelope was answered with " + code);
    }
    return Optional.of(wire.reply());
  }

  private static Heard refused(Reply reply) {
    return new Heard.Refusal(reply, isGoing(reply));
  }

  private static boolean isGoing(Reply reply) {
    return reply.code() == GOING;
  }

  private void sender(Mail mail) throws IOException {
    wire.say("MAIL FROM:<").say(mail.envelope().from().value()).say(">");
    if (offered.sizes()) {
      wire.say(" SIZE=").say(Long.toString(mail.size()));
    }
    if (offered.eightBitMime() && !isSevenBit(mail)) {
      wire.say(" BODY=8BITMIME");
    }
    if (offered.deliveryStatus()) {
      wire.say(" RET=HDRS ENVID=").say(DeliveryStatus.envelopeId(mail));
    }
    wire.endLine();
  }

  private void recipient(Mail mail) throws IOException {
    address(mail.envelope().to(), " NOTIFY=FAILURE,DELAY");
  }

  /** A full archive is no news of the letter. */
  private void archive(@Nullable EmailAddress archive) throws IOException {
    if (archive != null) {
      address(archive, " NOTIFY=NEVER");
    }
  }

  private void address(EmailAddress address, String bounces) throws IOException {
    wire.say("RCPT TO:<").say(address.value()).say(">");
    if (offered.deliveryStatus()) {
      wire.say(bounces);
    }
    wire.endLine();
  }

  private static boolean isSevenBit(Mail mail) {
    int all = 0;
    for (byte[] piece : mail.pieces()) {
      for (byte octet : piece) {
        all |= octet;
      }
    }
    return all >= 0;
  }
}
