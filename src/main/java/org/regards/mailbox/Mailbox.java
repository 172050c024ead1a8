package org.regards.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.regards.audit.Actor;
import org.regards.store.Database;

/**
 * The mailbox that answers and bounces come to. It is read and never changed: nothing is deleted,
 * moved or marked as seen, so people go on to use it as before.
 */
public final class Mailbox {
  static final Duration SILENCE = Duration.ofMinutes(2);

  private final ImapServer server;
  private final Filing filing;
  private final FolderReader reader;

  public Mailbox(Database database, ImapServer server, Filing filing, InstantSource clock) {
    this.server = server;
    this.filing = filing;
    this.reader = new FolderReader(database, server, clock);
  }

  /** What came of a reading. */
  public sealed interface Reading {
    /** All there was is read. */
    record Done() implements Reading {}

    /**
     * It ended early; what was told of is filed.
     *
     * @param forGood whether it ends like this until a person mends something
     */
    record Failed(String reason, boolean forGood) implements Reading {}
  }

  /** Says whether the mailbox can be logged in to and has the folders; reads nothing. */
  public static Reading check(ImapServer server) {
    return switch (ImapSession.open(server, SILENCE)) {
      case ImapSession.Opened.ShutOut(String reason) -> new Reading.Failed(reason, true);
      case ImapSession.Opened.Unreachable(String reason) -> new Reading.Failed(reason, false);
      case ImapSession.Opened.Open(ImapSession session) -> {
        try (session) {
          session.folder(server.folder()).close(false);
          if (!server.archive().isEmpty()) {
            session.folder(server.archive()).close(false);
          }
          yield new Reading.Done();
        } catch (MessagingException failure) {
          yield failed(server, failure);
        }
      }
    };
  }

  /** Reads what is new, files it, and tells of each message as soon as that is done. */
  public Reading read(Actor by, Consumer<Received> told) {
    return switch (ImapSession.open(server, SILENCE)) {
      case ImapSession.Opened.ShutOut(String reason) -> new Reading.Failed(reason, true);
      case ImapSession.Opened.Unreachable(String reason) -> new Reading.Failed(reason, false);
      case ImapSession.Opened.Open(ImapSession session) -> {
        try (session;
            IMAPFolder folder = session.folder(server.folder())) {
          read(session, folder, by, told);
          yield new Reading.Done();
        } catch (MessagingException failure) {
          yield failed(server, failure);
        }
      }
    };
  }

  /** The archive first: what it proves needs no bounce or answer to be known. */
  void read(ImapSession session, IMAPFolder folder, Actor by, Consumer<Received> told)
      throws MessagingException {
    if (!server.archive().isEmpty()) {
      try (IMAPFolder archive = session.folder(server.archive())) {
        reader.read(
            archive,
            FetchProfile.Item.ENVELOPE,
            message -> filing.fileCopy(Optional.ofNullable(message.getMessageID()).orElse(""), by),
            told);
      }
    }
    reader.read(
        folder, IMAPFolder.FetchProfileItem.INTERNALDATE, message -> file(message, by), told);
  }

  ImapServer server() {
    return server;
  }

  private Filed file(IMAPMessage message, Actor by) throws MessagingException, IOException {
    Instant receivedAt =
        Optional.ofNullable(message.getReceivedDate()).map(Date::toInstant).orElse(null);
    try (InputStream bytes = message.getMimeStream()) {
      return filing.file(bytes, receivedAt, by);
    }
  }

  static Reading.Failed failed(ImapServer server, MessagingException failure) {
    if (!ImapTrouble.isFolderMissing(failure)) {
      return new Reading.Failed(ImapTrouble.words(server, failure), false);
    }
    String missing = ImapTrouble.folder(failure);
    String setting = missing.equals(server.archive()) ? "imap.archive_folder" : "imap.folder";
    return new Reading.Failed(ImapTrouble.noFolder(server, missing, setting), true);
  }
}
