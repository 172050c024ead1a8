package org.regards.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.SmtpOpening.Opened;

/** Looks at the mail server step by step, as far as it gets, and sends nothing. */
public final class ServerLook {
  /** Who sits before the screen does not wait for ten minutes. */
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(20));

  private static final long MEGABYTE = 1_000_000;
  private static final int SOON = 14;

  private final MailServer server;
  private final Patience patience;
  private final @Nullable SSLSocketFactory trust;
  private final HostLookup names;
  private final InstantSource clock;

  public ServerLook(MailServer server, InstantSource clock) {
    this(server, SHORT, null, HostLookup.SYSTEM, clock);
  }

  /**
   * @param trust decides which certificates are believed, or null for those that Java believes
   */
  ServerLook(
      MailServer server,
      Patience patience,
      @Nullable SSLSocketFactory trust,
      HostLookup names,
      InstantSource clock) {
    this.server = server;
    this.patience = patience;
    this.trust = trust;
    this.names = names;
    this.clock = clock;
  }

  /** Tells of each step; true when letters can be sent. */
  public boolean look(Consumer<Finding> told) {
    try {
      InetAddress address = names.addresses(server.host(), patience.connect()).getFirst();
      told.accept(
          Finding.fine("name", "%s is %s.".formatted(server.host(), address.getHostAddress())));
    } catch (IOException failure) {
      told.accept(Finding.wrong("name", ConnectionTrouble.words(server, failure)));
      return false;
    }
    Steps steps = new Steps(told);
    return switch (SmtpOpening.open(server, patience, trust, steps)) {
      case Opened.Ready ready -> {
        ready.conversation().goodbye();
        yield true;
      }
      case Opened.Failed failed -> {
        told.accept(Finding.wrong(steps.next, reason(failed.result())));
        yield false;
      }
    };
  }

  private static String reason(PostResult result) {
    return switch (result) {
      case PostResult.Unreachable unreachable -> unreachable.reason();
      case PostResult.ShutOut shutOut -> shutOut.reason();
      case PostResult.Accepted ignored -> throw noMessage(result);
      case PostResult.Refused ignored -> throw noMessage(result);
      case PostResult.Deferred ignored -> throw noMessage(result);
      case PostResult.InDoubt ignored -> throw noMessage(result);
    };
  }

  private static IllegalStateException noMessage(PostResult result) {
    return new IllegalStateException("no message was sent that could end as " + result);
  }

  private final class Steps implements SmtpOpening.Progress {
    private final Consumer<Finding> told;
    private String next = "connection";

    Steps(Consumer<Finding> told) {
      this.told = told;
    }

    @Override
    public void connected() {
      told.accept(Finding.fine("connection", "A mail server answers at %s.".formatted(server)));
      if (server.encryption() == Encryption.NONE) {
        told.accept(
            Finding.open(
                "encryption", "It is not asked for: the server is on this machine (none)."));
        next = "sign-in";
      } else {
        next = "encryption";
      }
    }

    @Override
    public void encrypted(SSLSession session) {
      told.accept(
          Finding.fine(
              "encryption",
              "%s; the certificate is that of %s%s."
                  .formatted(session.getProtocol(), server.host(), validity(session))));
      next = "sign-in";
    }

    private String validity(SSLSession session) {
      try {
        Certificate[] chain = session.getPeerCertificates();
        if (chain.length == 0 || !(chain[0] instanceof X509Certificate certificate)) {
          return "";
        }
        Instant end = certificate.getNotAfter().toInstant();
        LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
        long days = Duration.between(clock.instant(), end).toDays();
        return days < SOON
            ? " and ends on %s, in %d days: its operator must renew it".formatted(day, days)
            : " and valid until " + day;
      } catch (SSLPeerUnverifiedException nobody) {
        return "";
      }
    }

    @Override
    public void signedIn() {
      told.accept(Finding.fine("sign-in", "The server lets us in."));
    }

    @Override
    public void offered(SmtpExtensions extensions) {
      if (server.login() == null) {
        told.accept(
            extensions.authentication().isEmpty()
                ? Finding.fine("sign-in", "The server asks for none.")
                : Finding.open(
                    "sign-in",
                    "The server offers it, and no user name is set: if it refuses letters, set %s and a password or token."
                        .formatted(MailSettings.USER)));
      } else if (extensions.authentication().isEmpty()) {
        told.accept(
            Finding.open("sign-in", "A user name is set, and the server does not ask for it."));
      }
      told.accept(Finding.fine("offers", words(extensions)));
    }

    private static String words(SmtpExtensions extensions) {
      List<String> offers = new ArrayList<>();
      offers.add(
          extensions.size() > 0
              ? String.format(
                  Locale.ROOT, "messages up to %,d MB (SIZE)", extensions.size() / MEGABYTE)
              : "messages of any size, as far as it says");
      offers.add(
          extensions.pipelining()
              ? "several commands at once (PIPELINING)"
              : "one command at a time, which is slower (no PIPELINING)");
      offers.add(
          extensions.deliveryStatus()
              ? "reports of what became of them (DSN)"
              : "no reports of its own (no DSN); bounces are read all the same");
      return "The server takes " + String.join("; ", offers) + ".";
    }
  }
}
