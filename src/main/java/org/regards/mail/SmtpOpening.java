package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;

/** How a conversation begins: the greeting, who we are, TLS, and the proof of who we are. */
final class SmtpOpening {
  private static final int READY = 220;
  private static final int SIGNED_IN = 235;
  private static final int GO_ON = 334;

  private final MailServer server;
  private final Patience patience;
  private final SSLSocketFactory trust;
  private final SmtpWire wire;
  private final Progress progress;

  private SmtpOpening(
      MailServer server,
      Patience patience,
      SSLSocketFactory trust,
      SmtpWire wire,
      Progress progress) {
    this.server = server;
    this.patience = patience;
    this.trust = trust;
    this.wire = wire;
    this.progress = progress;
  }

  /** Either a conversation that takes messages, or why there is none. */
  sealed interface Opened {
    record Ready(SmtpConversation conversation) implements Opened {}

    /**
     * There is none.
     *
     * @param result {@link PostResult.Unreachable} or {@link PostResult.ShutOut}
     */
    record Failed(PostResult result) implements Opened {}
  }

  /** What ended the opening; a signal within this class. */
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1;

    private final transient PostResult result;

    Ended(PostResult result) {
      super(null, null, false, false);
      this.result = result;
    }
  }

  /** How far an opening has come, for whoever looks for what is wrong. */
  interface Progress {
    void connected();

    void encrypted(SSLSession session);

    void offered(SmtpExtensions extensions);

    void signedIn();
  }

  private static final Progress UNWATCHED =
      new Progress() {
        @Override
        public void connected() {}

        @Override
        public void encrypted(SSLSession session) {}

        @Override
        public void offered(SmtpExtensions extensions) {}

        @Override
        public void signedIn() {}
      };

  /**
   * @param trust decides which certificates are believed, or null for those that Java believes
   */
  static Opened open(MailServer server, Patience patience, @Nullable SSLSocketFactory trust) {
    return open(server, patience, trust, UNWATCHED);
  }

  static Opened open(
      MailServer server, Patience patience, @Nullable SSLSocketFactory trust, Progress progress) {
    SSLSocketFactory believed =
        trust == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : trust;
    SmtpWire wire = null;
    boolean ready = false;
    try {
      wire = SmtpWire.connect(server.host(), server.port(), patience);
      SmtpExtensions offered = new SmtpOpening(server, patience, believed, wire, progress).begin();
      ready = true;
      return new Opened.Ready(new SmtpConversation(server, patience, wire, offered));
    } catch (Ended ended) {
      return new Opened.Failed(ended.result);
    } catch (IOException failure) {
      return new Opened.Failed(
          new PostResult.Unreachable(ConnectionTrouble.words(server, failure)));
    } finally {
      if (wire != null && !ready) {
        wire.cut();
      }
    }
  }

  private SmtpExtensions begin() throws IOException, Ended {
    if (server.encryption() == Encryption.TLS) {
      progress.connected();
      progress.encrypted(wire.encrypt(trust, server.host()));
    }
    wire.wait(patience.reply());
    expect(wire.read() == READY);
    if (server.encryption() != Encryption.TLS) {
      progress.connected();
    }
    SmtpExtensions offered = hello();
    if (server.encryption() == Encryption.STARTTLS) {
      if (!offered.startTls()) {
        throw new Ended(new PostResult.Unreachable(ConnectionTrouble.noStartTls(server)));
      }
      wire.say("STARTTLS").endLine();
      if (wire.read() != READY) {
        throw new Ended(
            new PostResult.Unreachable(ConnectionTrouble.startTlsFailed(server, wire.reply())));
      }
      progress.encrypted(wire.encrypt(trust, server.host()));
      offered = hello(); // what was offered in the clear counts for nothing, RFC 3207 4.2
    }
    Login login = server.login();
    if (login != null && !offered.authentication().isEmpty()) {
      signIn(login, offered);
      progress.signedIn();
    }
    progress.offered(offered);
    return offered;
  }

  private SmtpExtensions hello() throws IOException, Ended {
    // by our address: a machine's name says more than it should, and asking for it may take long
    String name = server.isThisMachine() ? "localhost" : wire.addressLiteral();
    wire.say("EHLO ").say(name).endLine();
    int code = wire.read();
    if (code >= 500) {
      wire.say("HELO ").say(name).endLine();
      expect(isPositive(wire.read()));
      return SmtpExtensions.NONE;
    }
    expect(isPositive(code));
    return SmtpExtensions.read(wire.text());
  }

  private void expect(boolean friendly) throws Ended {
    if (!friendly) {
      throw new Ended(ConnectionTrouble.turnedAway(server, wire.reply()));
    }
  }

  private void signIn(Login login, SmtpExtensions offered) throws IOException, Ended {
    Proof proof = login.secret().proof();
    int code = show(login.user(), proof, offered);
    if (code >= 500) {
      Optional<Proof> other = login.secret().insteadOf(proof);
      if (other.isPresent()) {
        proof = other.get();
        code = show(login.user(), proof, offered);
      }
    }
    if (code != SIGNED_IN) {
      throw new Ended(
          code < 500
              ? ConnectionTrouble.turnedAway(server, wire.reply())
              : new PostResult.ShutOut(ConnectionTrouble.notBelieved(server, proof, wire.text())));
    }
  }

  private int show(String user, Proof proof, SmtpExtensions offered) throws IOException, Ended {
    return switch (proof) {
      case Proof.Password password -> showPassword(user, password.value(), offered);
      case Proof.Bearer bearer -> showToken(user, bearer.token(), offered);
      case Proof.NotNow notNow -> throw new Ended(new PostResult.Unreachable(notNow.reason()));
      case Proof.Withheld withheld -> throw new Ended(new PostResult.ShutOut(withheld.reason()));
    };
  }

  private int showPassword(String user, String password, SmtpExtensions offered)
      throws IOException, Ended {
    if (offered.authentication().contains("PLAIN")) { // RFC 4616
      return ask("AUTH PLAIN " + base64("\0" + user + "\0" + password));
    }
    if (!offered.authentication().contains("LOGIN")) {
      throw noWayToSignIn(offered);
    }
    int code = ask("AUTH LOGIN");
    if (code == GO_ON) {
      code = ask(base64(user));
    }
    return code == GO_ON ? ask(base64(password)) : code;
  }

  private int showToken(String user, String token, SmtpExtensions offered)
      throws IOException, Ended {
    if (!offered.authentication().contains("XOAUTH2")) {
      throw noWayToSignIn(offered);
    }
    int code = ask("AUTH XOAUTH2 " + base64("user=" + user + "\1auth=Bearer " + token + "\1\1"));
    // what is wrong comes as a question, to which nothing is the answer
    return code == GO_ON ? ask("") : code;
  }

  private Ended noWayToSignIn(SmtpExtensions offered) {
    return new Ended(
        new PostResult.ShutOut(ConnectionTrouble.noWayToSignIn(server, offered.authentication())));
  }

  private int ask(String command) throws IOException {
    wire.say(command).endLine();
    return wire.read();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static boolean isPositive(int code) {
    return code >= 200 && code <= 299;
  }
}
