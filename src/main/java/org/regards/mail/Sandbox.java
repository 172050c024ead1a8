package org.regards.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;
import org.regards.store.WholeFile;
import org.regards.store.WholeFileException;

/**
 * The mail server of those who have none: it runs in this process on a free port of this machine,
 * takes part in a real SMTP conversation and keeps what it is sent as files. Nothing leaves the
 * machine. It starts with the first message.
 */
public final class Sandbox implements Postbox {
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private @Nullable Running running;

  /**
   * @param folder where the messages are kept; made when the first one comes
   */
  public Sandbox(Path folder) {
    this.folder = folder;
  }

  @Override
  public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
    if (running == null) {
      running = new Running();
    }
    return running.post(mail, file(keptName), beforeDot);
  }

  @Override
  public Optional<Path> keptAt(String keptName) {
    return Optional.of(file(keptName));
  }

  private Path file(String keptName) {
    return folder.resolve(keptName + ".eml");
  }

  @Override
  public String serverName() {
    return "sandbox";
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  private final class Running {
    private final GreenMail server;
    private final SmtpPostbox postbox;
    private volatile Path file = folder;
    private volatile @Nullable String trouble;

    Running() {
      server = started();
      server.getUserManager().setMessageDeliveryHandler((message, address) -> new Drawer());
      postbox =
          new SmtpPostbox(
              new MailServer(LOOPBACK, server.getSmtp().getPort(), Encryption.NONE, null));
    }

    private static GreenMail started() {
      return CompletableFuture.supplyAsync(
              () -> {
                GreenMail made =
                    new GreenMail(new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP));
                made.start();
                return made;
              },
              work -> new Thread(new Quiet(), work).start())
          .join();
    }

    PostResult post(Mail mail, Path kept, Runnable beforeDot) {
      file = kept;
      trouble = null;
      PostResult result = postbox.post(mail, kept.getFileName().toString(), beforeDot);
      String found = trouble;
      return switch (result) {
        case PostResult.Accepted accepted -> new PostResult.Accepted(accepted.reply(), kept);
        case PostResult.Deferred deferred ->
            found == null ? deferred : new PostResult.Unreachable(found);
        case PostResult other -> other;
      };
    }

    void close() {
      postbox.close();
      server.stop();
    }

    /** Keeps a message in its file and in memory not at all. Runs before the server says 250. */
    private final class Drawer extends UserImpl {
      Drawer() {
        super("sandbox", "sandbox", "", server.getManagers().getImapHostManager());
      }

      @Override
      public void deliver(MovingMessage message) {
        keep(message.getMessage());
      }

      private void keep(MimeMessage message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
          message.writeTo(bytes);
        } catch (IOException | MessagingException impossible) {
          throw new IllegalStateException("a message in memory cannot be read", impossible);
        }
        try {
          WholeFile.write(file, bytes.toByteArray());
        } catch (WholeFileException failure) {
          trouble = failure.getMessage();
          throw failure; // the server turns it into a 451
        }
      }
    }
  }

  /**
   * The server's threads, which inherit it from the one that starts them. When we hang up within a
   * message they die of it, and would say so on the terminal with the sender's address.
   */
  private static final class Quiet extends ThreadGroup {
    Quiet() {
      super("sandbox");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable failure) {}
  }
}
