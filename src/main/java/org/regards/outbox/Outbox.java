package org.regards.outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.mail.Postbox;
import org.regards.store.Database;

/**
 * Lets letters leave: none twice, none lost, none to somebody who asked not to be written to. For
 * one thread; several programs may share a store.
 */
public final class Outbox {
  private final LetterSource letters;
  private final EmailDelivery emails;
  private final PaperDelivery papers;

  /**
   * @param postbox stays open; whoever made it closes it
   * @param folder where printed letters go
   */
  public Outbox(
      Database database,
      LetterSource letters,
      Postbox postbox,
      Press press,
      Path folder,
      InstantSource clock) {
    this.letters = letters;
    this.emails = new EmailDelivery(database, postbox, clock);
    this.papers = new PaperDelivery(database, press, folder, clock);
  }

  /**
   * Sends letters by email, in order, and tells of each as soon as it is settled. When no server
   * can be talked to, the letters after that one are told of without being tried.
   */
  public void send(List<LetterId> ids, Consumer<SendOutcome> told) {
    String unreachable = null;
    for (LetterId id : ids) {
      SendOutcome outcome = send(id, unreachable);
      if (outcome instanceof SendOutcome.ServerUnreachable server) {
        unreachable = server.reason();
      }
      told.accept(outcome);
    }
  }

  private SendOutcome send(LetterId id, @Nullable String unreachable) {
    if (unreachable != null) {
      return new SendOutcome.ServerUnreachable(id, unreachable);
    }
    Optional<Letter> letter = letters.find(id);
    return letter.isPresent()
        ? emails.send(id, letter.get())
        : new SendOutcome.Held(id, Words.noSuchLetter(id));
  }

  /** Prints letters to files, in order, and tells of each as soon as its file is on the disk. */
  public void print(List<LetterId> ids, Consumer<PrintOutcome> told) {
    for (LetterId id : ids) {
      Optional<Letter> letter = letters.find(id);
      told.accept(
          letter.isPresent()
              ? papers.print(id, letter.get())
              : new PrintOutcome.Held(id, Words.noSuchLetter(id)));
    }
  }
}
