package org.regards.mail;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Messages that go out one after the other, and what became of each, in words. */
final class Posted implements Supplier<Optional<Parcel>> {
  private final Iterator<Mail> mails;
  private final List<String> became = new ArrayList<>();
  private int next;
  private String kept = "";

  Posted(List<Mail> mails) {
    this.mails = mails.iterator();
  }

  /** So many messages, whose bytes tell which is which. */
  static Posted ofMany(int count) {
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      mails.add(SampleMails.saying("message %d\r\n".formatted(i), "no" + i));
    }
    return new Posted(mails);
  }

  /** The dot of that one is not let go. */
  Posted keepingBack(int number) {
    kept = "no" + number;
    return this;
  }

  Posted over(Postbox postbox) {
    postbox.post(this);
    return this;
  }

  @Override
  public Optional<Parcel> get() {
    return mails.hasNext() ? Optional.of(new Told(mails.next(), next++)) : Optional.empty();
  }

  /** In the order in which it was told. */
  List<String> became() {
    return became;
  }

  private final class Told implements Parcel {
    private final Mail mail;
    private final int number;

    Told(Mail mail, int number) {
      this.mail = mail;
      this.number = number;
    }

    @Override
    public Mail mail() {
      return mail;
    }

    @Override
    public String keptName() {
      return "kept";
    }

    @Override
    public void beforeDot() {
      if (mail.envelope().to().value().startsWith(kept + "@")) {
        throw new IllegalStateException("hold");
      }
      became.add(number + " dot");
    }

    @Override
    public void settled(PostResult result) {
      became.add(
          number
              + " "
              + switch (result) {
                case PostResult.Accepted accepted -> "accepted " + accepted.reply();
                case PostResult.Refused refused -> "refused " + refused.reply();
                case PostResult.Deferred deferred -> "deferred " + deferred.reply();
                case PostResult.InDoubt inDoubt -> "in doubt";
                case PostResult.Unreachable unreachable -> "unreachable";
                case PostResult.ShutOut shutOut -> "shut out";
              });
    }

    @Override
    public void keptBack(RuntimeException why) {
      became.add(number + " kept back: " + why.getMessage());
    }
  }
}
