package org.regards.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.regards.language.RegardsException;
import org.regards.store.Database;

/**
 * Reads what is new in a folder, in the order in which it came, and notes how far. What stops it in
 * the middle loses nothing: what was filed and not yet noted is known again.
 */
final class FolderReader {
  private static final int CHUNK = 100;
  private static final int MOST_FAILURES = 3;

  private final Database database;
  private final ImapServer server;
  private final InstantSource clock;

  FolderReader(Database database, ImapServer server, InstantSource clock) {
    this.database = database;
    this.server = server;
    this.clock = clock;
  }

  /** What is done with a message. */
  @FunctionalInterface
  interface Act {
    Filed on(IMAPMessage message) throws MessagingException, IOException;
  }

  /**
   * @throws MessagingException when the conversation ended
   */
  void read(IMAPFolder folder, FetchProfile.Item wanted, Act act, Consumer<Received> told)
      throws MessagingException {
    String key = server.key(folder.getFullName());
    long validity = folder.getUIDValidity();
    Optional<Long> last =
        database.read(handle -> new MailboxProgressDao(handle).lastUid(key, validity));
    List<IMAPMessage> messages = last.isPresent() ? after(folder, last.get()) : recent(folder);
    if (last.isEmpty()) {
      // also where there is nothing: the next reading goes on from here
      long before =
          messages.isEmpty() ? folder.getUIDNext() - 1 : folder.getUID(messages.getFirst()) - 1;
      advance(key, validity, Math.max(0, before));
    }
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(wanted);
    for (int from = 0; from < messages.size(); from += CHUNK) {
      List<IMAPMessage> chunk = messages.subList(from, Math.min(messages.size(), from + CHUNK));
      folder.fetch(chunk.toArray(Message[]::new), profile);
      for (IMAPMessage message : chunk) {
        long uid = folder.getUID(message);
        told.accept(new Received(folder.getFullName(), uid, one(folder, key, message, uid, act)));
        message.invalidateHeaders();
      }
      advance(key, validity, folder.getUID(chunk.getLast()));
    }
  }

  private Received.Became one(IMAPFolder folder, String key, IMAPMessage message, long uid, Act act)
      throws MessagingException {
    try {
      return new Received.Became.Done(act.on(message));
    } catch (RegardsException stop) {
      throw stop; // the store is busy or gone: nothing is wrong with the message
    } catch (MessagingException | IOException | RuntimeException failure) {
      if (!folder.isOpen()) {
        throw new MessagingException("the conversation ended", failure);
      }
      if (message.isExpunged()) {
        return new Received.Became.Gone();
      }
      // Whatever is wrong with it, it must not keep us from the others for ever.
      long validity = folder.getUIDValidity();
      int failures =
          database.note(
              handle ->
                  new MailboxProgressDao(handle)
                      .fail(key, validity, uid - 1, uid, clock.instant()));
      if (failures < MOST_FAILURES) {
        throw new MessagingException("a message could not be read", failure);
      }
      return new Received.Became.Unreadable();
    }
  }

  private void advance(String key, long validity, long uid) {
    database.note(
        handle -> {
          new MailboxProgressDao(handle).advance(key, validity, uid, clock.instant());
          return uid;
        });
  }

  /** A server answers with the last message where there is none after it: RFC 9051 6.4.9. */
  private static List<IMAPMessage> after(IMAPFolder folder, long last) throws MessagingException {
    List<IMAPMessage> found = new ArrayList<>();
    for (Message message : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
      if (message instanceof IMAPMessage one && folder.getUID(one) > last) {
        found.add(one);
      }
    }
    return found;
  }

  private List<IMAPMessage> recent(IMAPFolder folder) throws MessagingException {
    Instant since = clock.instant().minus(Duration.ofDays(server.sinceDays()));
    Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
    return Arrays.stream(found)
        .filter(IMAPMessage.class::isInstance)
        .map(IMAPMessage.class::cast)
        .sorted(Comparator.comparingInt(Message::getMessageNumber))
        .toList();
  }
}
