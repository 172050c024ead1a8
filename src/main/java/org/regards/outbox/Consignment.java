package org.regards.outbox;

import org.regards.letter.Letter;
import org.regards.mail.Mail;
import org.regards.mail.Parcel;
import org.regards.mail.PostResult;

/** A claimed letter as a message on its way to the server. */
final class Consignment implements Parcel {
  private final Claim claim;
  private final Letter letter;
  private final Mail mail;
  private final Checked checked;
  private final Ledger ledger;

  Consignment(Claim claim, Letter letter, Mail mail, Checked checked, Ledger ledger) {
    this.claim = claim;
    this.letter = letter;
    this.mail = mail;
    this.checked = checked;
    this.ledger = ledger;
  }

  Claim claim() {
    return claim;
  }

  Letter letter() {
    return letter;
  }

  Checked checked() {
    return checked;
  }

  @Override
  public Mail mail() {
    return mail;
  }

  @Override
  public String keptName() {
    return LetterFileName.of(claim.letter(), letter);
  }

  @Override
  public void beforeDot() {
    ledger.announce(this);
  }

  @Override
  public void settled(PostResult result) {
    ledger.settle(this, result);
  }

  @Override
  public void keptBack(RuntimeException why) {
    ledger.keepBack(this, why);
  }
}
