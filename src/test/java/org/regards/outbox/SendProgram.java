package org.regards.outbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.regards.audit.Actor;
import org.regards.language.RegardsException;
import org.regards.letter.LetterId;
import org.regards.mail.MailServer;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.SmtpPostbox;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/**
 * A program of its own that queues what is approved and sends what is due until all is settled,
 * with retries that do not wait, so that a test can kill it.
 */
final class SendProgram {
  /** The exit code when the store was away. */
  static final int STORE_AWAY = 3;

  private static final Duration LOOK = Duration.ofMillis(50);
  private static final InstantSource CLOCK = InstantSource.system();

  private SendProgram() {}

  /**
   * Sends until all is settled.
   *
   * @param args the store, the port of the mail server, the folder of letters, how many
   *     connections, and the machine that it says it is on, or empty for this one
   */
  public static void main(String[] args) {
    try (Database database = Database.open(StoreLocation.of(args[0]))) {
      MailServer server =
          new MailServer("localhost", Integer.parseInt(args[1]), Encryption.NONE, null);
      PostLines lines =
          new PostLines(() -> new SmtpPostbox(server), Integer.parseInt(args[3]), true);
      try (Dispatch dispatch =
          Dispatch.begin(
              database,
              lines,
              new Enclosures(database, () -> PrintShop.PRINTER),
              rules(Path.of(args[2]), args[4]),
              CLOCK)) {
        System.out.println("ready");
        queue(database, dispatch);
        Thread.ofPlatform().daemon().start(() -> stopAtTheEnd(database, dispatch));
        dispatch.watch(outcome -> {}, halt -> {});
      }
    } catch (RegardsException away) {
      System.out.println(away.getMessage());
      System.exit(STORE_AWAY);
    }
  }

  private static Rules rules(Path letters, String machine) {
    Rules plain = Rules.plain();
    Rules eager =
        new Rules(
            failure -> new RetryPlan.Next.Again(failure.now()),
            plain.pace(),
            plain.workers(),
            plain.witness(),
            Duration.ZERO);
    if (machine.isEmpty()) {
      return eager.shared(WorkerRules.USUAL, letters, CLOCK);
    }
    Machine elsewhere = new Machine(machine, machine, Machine.here().processes());
    WorkerRules brief =
        new WorkerRules(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ZERO);
    return eager.shared(brief, letters, CLOCK, elsewhere);
  }

  private static void queue(Database database, Dispatch dispatch) {
    List<LetterId> approved =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT id FROM letter WHERE state = 'approved' ORDER BY id")
                    .mapTo(Long.class)
                    .map(LetterId::new)
                    .list());
    new EmailQueue(database, dispatch.postbox(), dispatch.stock(), CLOCK)
        .queue(
            approved,
            new EmailQueue.Order(Actor.PROGRAM, letter -> CLOCK.instant()),
            outcome -> {});
  }

  private static void stopAtTheEnd(Database database, Dispatch dispatch) {
    while (unsettled(database) > 0) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
    dispatch.stop();
  }

  static int unsettled(Database database) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT COUNT(*) FROM delivery
                    WHERE state IN ('queued', 'sending', 'dot-sent', 'deferred')
                    """)
                .mapTo(Integer.class)
                .one());
  }
}
