package org.regards.mail;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regards.mail.SecretText.Found;
import org.regards.mail.SecretText.Missing;

/** A password or token that a file or a command tells; asked again when a server refuses it. */
final class KeptSecret implements Secret {
  private final SecretText text;
  private final Function<String, Proof> kind;
  // held while a command runs, for which several connections wait together
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Proof known;

  KeptSecret(SecretText text, Function<String, Proof> kind) {
    this.text = text;
    this.kind = kind;
  }

  @Override
  public Proof proof() {
    lock.lock();
    try {
      return known == null ? sought() : known;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Optional<Proof> insteadOf(Proof refused) {
    lock.lock();
    try {
      Proof now = known == null || known.equals(refused) ? sought() : known;
      return now.equals(refused) ? Optional.empty() : Optional.of(now);
    } finally {
      lock.unlock();
    }
  }

  private Proof sought() {
    return switch (text.seek()) {
      case Found found -> {
        Proof proof = kind.apply(found.text());
        known = proof;
        yield proof;
      }
      case Missing missing -> new Proof.Withheld(missing.why());
    };
  }
}
