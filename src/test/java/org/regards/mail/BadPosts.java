package org.regards.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.regards.mail.MailServer.Encryption;

/** Ways to mail servers on which nothing gets through. */
public final class BadPosts {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

  private BadPosts() {}

  /** A server with a certificate of {@link TestKeys}, and a way to it that believes its issuer. */
  public record Encrypted(RudeServer server, SSLSocketFactory trust) implements AutoCloseable {
    public Postbox postbox() {
      return new SmtpPostbox(
          new MailServer("localhost", server.address().port(), Encryption.STARTTLS, null),
          SHORT,
          trust);
    }

    @Override
    public void close() {
      server.close();
    }
  }

  public static Encrypted encrypted(Path folder, String certificate)
      throws IOException, InterruptedException, GeneralSecurityException {
    TestKeys keys = TestKeys.generate(folder);
    return new Encrypted(new RudeServer(keys.holding(certificate)), keys.holding("right"));
  }

  public static Postbox withPassword(RudeServer server) {
    return new SmtpPostbox(server.address(new Login("mara", "s3cret")));
  }

  /** As if no name server answered. */
  public static Postbox withoutNameServers() {
    return new SmtpPostbox(
        HostLookupTest.SERVER, new Patience(Duration.ZERO, SHORT.reply(), SHORT.reply()), null);
  }
}
