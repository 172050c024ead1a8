package org.regards.mail;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.regards.mail.SmtpOpening.Opened;

/** Sends by an SMTP server over one connection, opened at the first message and used again. */
public final class SmtpPostbox implements Postbox {
  private final MailServer server;
  private final Patience patience;
  private final @Nullable SSLSocketFactory trust;
  private @Nullable SmtpConversation open;

  public SmtpPostbox(MailServer server) {
    this(server, Patience.OF_RFC_5321, null);
  }

  /**
   * @param trust decides which certificates are believed, or null for those that Java believes
   */
  SmtpPostbox(MailServer server, Patience patience, @Nullable SSLSocketFactory trust) {
    this.server = server;
    this.patience = patience;
    this.trust = trust;
  }

  @Override
  public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
    OneParcel parcel = new OneParcel(mail, keptName, beforeDot);
    Iterator<Parcel> one = List.<Parcel>of(parcel).iterator();
    post(() -> one.hasNext() ? Optional.of(one.next()) : Optional.empty());
    return parcel.result();
  }

  @Override
  public void post(Supplier<Optional<Parcel>> parcels) {
    post(new Parcels(parcels));
  }

  private void post(Parcels parcels) {
    for (Optional<Parcel> next = parcels.next(); next.isPresent(); ) {
      Optional<SmtpConversation> conversation = conversation(next.get());
      next =
          conversation.isPresent() ? conversation.get().post(next.get(), parcels) : parcels.next();
    }
  }

  /** Open, or else the parcel knows why not. */
  private Optional<SmtpConversation> conversation(Parcel waiting) {
    if (open == null || open.isOver()) {
      switch (SmtpOpening.open(server, patience, trust)) {
        case Opened.Ready ready -> open = ready.conversation();
        case Opened.Failed failed -> {
          open = null;
          waiting.settled(failed.result());
        }
      }
    }
    return Optional.ofNullable(open);
  }

  @Override
  public String serverName() {
    return server.toString();
  }

  @Override
  public void close() {
    if (open != null && !open.isOver()) {
      open.goodbye();
    }
    open = null;
  }
}
