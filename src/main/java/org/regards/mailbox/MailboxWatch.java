package org.regards.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.language.RegardsException;
import org.regards.mailbox.Mailbox.Reading;
import org.regards.store.StoreBusyException;
import org.regards.store.StoreFullException;
import org.regards.store.StoreRefusedException;

/**
 * Reads a mailbox for as long as nobody stops it: at once where the server tells of new mail by
 * itself (IDLE, RFC 2177), else now and then. When the line or the store is lost it comes back, in
 * pauses that grow. {@link #run} in one thread; {@link #close} from any.
 */
public final class MailboxWatch implements AutoCloseable {
  /** RFC 2177 asks to begin anew before 29 minutes; routers forget a silent line after ten. */
  private static final Duration LONGEST_IDLE = Duration.ofMinutes(9);

  private static final Duration SILENCE = LONGEST_IDLE.plusMinutes(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private final Mailbox mailbox;
  private final Duration poll;
  private final Duration longestIdle;
  private final Semaphore stop = new Semaphore(0);
  private final ScheduledExecutorService alarm =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "mailbox alarm");
            thread.setDaemon(true);
            return thread;
          });

  private volatile @Nullable IMAPFolder idling;

  /** Whoever wants to know what it does. */
  public interface Listener {
    void received(Received received);

    /** The line or the store is lost or did not come about; it tries again after a pause. */
    void lost(String reason, Duration pause);
  }

  /**
   * @param poll how often it looks where the server does not tell by itself, and into the archive
   */
  public MailboxWatch(Mailbox mailbox, Duration poll) {
    this(mailbox, poll, LONGEST_IDLE);
  }

  MailboxWatch(Mailbox mailbox, Duration poll, Duration longestIdle) {
    this.mailbox = mailbox;
    this.poll = poll;
    this.longestIdle = longestIdle;
  }

  /** Until {@link #close}, or until something is wrong that only a person can mend. */
  public Reading run(Actor by, Listener listener) throws InterruptedException {
    Duration pause = SHORTEST_PAUSE;
    while (true) {
      Reading.Failed failed;
      switch (ImapSession.open(mailbox.server(), SILENCE)) {
        case ImapSession.Opened.ShutOut(String reason) -> {
          return new Reading.Failed(reason, true);
        }
        case ImapSession.Opened.Unreachable(String reason) ->
            failed = new Reading.Failed(reason, false);
        case ImapSession.Opened.Open(ImapSession session) -> {
          boolean[] read = new boolean[1];
          try (session;
              IMAPFolder folder = session.folder(mailbox.server().folder())) {
            follow(session, folder, by, listener, read);
            return new Reading.Done();
          } catch (MessagingException failure) {
            failed = Mailbox.failed(mailbox.server(), failure);
            pause = read[0] ? SHORTEST_PAUSE : pause;
          } catch (StoreBusyException | StoreFullException | StoreRefusedException failure) {
            failed = lost(failure);
            pause = read[0] ? SHORTEST_PAUSE : pause;
          }
        }
      }
      if (failed.forGood()) {
        return failed;
      }
      listener.lost(failed.reason(), pause);
      if (stop.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Reading.Done();
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  /** The store was there when the watch began, so it is likely to come back. */
  private static Reading.Failed lost(RegardsException failure) {
    return new Reading.Failed(String.valueOf(failure.getMessage()), false);
  }

  /** Returns when it is stopped. */
  private void follow(
      ImapSession session, IMAPFolder folder, Actor by, Listener listener, boolean[] read)
      throws MessagingException, InterruptedException {
    boolean tells = session.tells();
    while (true) {
      int before = folder.getMessageCount();
      mailbox.read(session, folder, by, listener::received);
      read[0] = true;
      if (stop.tryAcquire()) {
        return;
      }
      // what came while we read would not be told of again
      folder.doCommand(
          protocol -> {
            protocol.noop();
            return null;
          });
      if (folder.getMessageCount() == before && awaits(folder, tells)) {
        return;
      }
    }
  }

  /** True when it is stopped. */
  private boolean awaits(IMAPFolder folder, boolean tells)
      throws MessagingException, InterruptedException {
    if (!tells) {
      return stop.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
    }
    boolean hasArchive = !mailbox.server().archive().isEmpty();
    Duration most = hasArchive && poll.compareTo(longestIdle) < 0 ? poll : longestIdle;
    ScheduledFuture<?> end =
        alarm.schedule(() -> interrupt(folder), most.toMillis(), TimeUnit.MILLISECONDS);
    idling = folder;
    try {
      if (stop.availablePermits() == 0) {
        folder.idle(true);
      }
    } finally {
      idling = null;
      end.cancel(false);
    }
    return stop.tryAcquire();
  }

  /** Any command ends an IDLE. */
  private static void interrupt(IMAPFolder folder) {
    try {
      folder.getMessageCount();
    } catch (MessagingException | IllegalStateException gone) {
      // whoever idles learns of it
    }
  }

  @Override
  public void close() {
    stop.release();
    IMAPFolder folder = idling;
    if (folder != null) {
      interrupt(folder);
    }
    alarm.shutdownNow();
  }
}
