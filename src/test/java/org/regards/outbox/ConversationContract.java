package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.history.CaseId;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.SampleLetters;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** Which message a letter answers, with whatever store. The letters are of 2 November, 09:00. */
abstract class ConversationContract {
  private static final LetterId L12 = new LetterId(12);
  private static final LetterId L13 = new LetterId(13);

  @TempDir Path folder;
  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    database = Database.open(emptyStore());
    put(new LetterId(1), LetterType.THANK_YOU, LetterChannel.EMAIL, null);
    openCase("K-1", "2026-10-20", null);
    put(L12, LetterType.EXPLANATION, LetterChannel.EMAIL, "K-1");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void answersTheNewestEmailOfItsCase() {
    email("I-1", "2026-10-20T08:00:00.000Z", "<one@mail.example>");
    email("I-3", "2026-10-25T08:00:00.000Z", "<three@mail.example>");
    email("I-2", "2026-10-23T08:00:00.000Z", "<two@mail.example>");
    assertThat(answered(L12)).isEqualTo("<three@mail.example>");
  }

  @Test
  void namesOurOwnLetterThatTheCustomerAnswered() {
    email("I-1", "2026-10-25T08:00:00.000Z", "<theirs@mail.example>");
    String ours = "<" + "0a".repeat(20) + "@orchard.example>";
    database.write(
        handle -> {
          handle.execute(
              """
              INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest,
                                    message_id, server, reply, file, queued_at, changed_at)
              VALUES (1, 1, 'email', 'x@mail.example', 'replied', 1, '', ?, '', '', '',
                      '2026-10-24T08:00:00.000Z', '2026-10-24T08:00:00.000Z')
              """,
              ours);
          return handle.execute(
              """
              INSERT INTO mail_filed (fingerprint, customer, kind, letter, interaction, filed_at)
              VALUES ('f', 'C-1017', 'reply', 1, 'I-1', '2026-10-25T08:01:00.000Z')
              """);
        });
    assertThat(answered(L12)).isEqualTo(ours + " <theirs@mail.example>");
  }

  @Test
  void answersTheEmailThatTheCaseWasOpenedFor() {
    email("I-1", "2026-10-14T23:00:00.000Z", "<before@mail.example>");
    assertThat(answered(L12)).isEqualTo("<before@mail.example>");
  }

  @Test
  void answersNothingFromBeforeItsCase() {
    email("I-1", "2026-10-12T23:00:00.000Z", "<older@mail.example>");
    assertThat(answered(L12)).isEmpty();
  }

  @Test
  void answersNothingThatCameAfterItWasWritten() {
    email("I-1", "2026-10-21T08:00:00.000Z", "<one@mail.example>");
    email("I-2", "2026-11-02T09:00:00.001Z", "<later@mail.example>");
    assertThat(answered(L12)).isEqualTo("<one@mail.example>");
  }

  @Test
  void answersNothingFromLongAfterItsCaseWasSettled() {
    openCase("K-0", "2026-08-01", "2026-09-01");
    put(L13, LetterType.EXPLANATION, LetterChannel.EMAIL, "K-0");
    email("I-1", "2026-09-08T08:00:00.000Z", "<soon@mail.example>");
    email("I-2", "2026-09-09T08:00:00.000Z", "<late@mail.example>");
    assertThat(answered(L13)).isEqualTo("<soon@mail.example>");
  }

  @Test
  void leavesTheEmailsOfALaterCaseToIt() {
    openCase("K-2", "2026-10-24", null);
    email("I-1", "2026-10-23T08:00:00.000Z", "<first@mail.example>");
    email("I-2", "2026-10-24T08:00:00.000Z", "<second@mail.example>");
    put(L13, LetterType.COMPROMISE, LetterChannel.EMAIL, "K-2");
    assertThat(answered(L12)).isEqualTo("<first@mail.example>");
    assertThat(answered(L13)).isEqualTo("<second@mail.example>");
  }

  @Test
  void answersNoMachineNoCallAndNothingOfOurs() {
    contact("I-1", "2026-10-21T08:00:00.000Z", "email", "in", "question;auto-reply", "<a@b>");
    contact("I-2", "2026-10-21T08:00:00.000Z", "phone", "in", "", "<b@b>");
    contact("I-3", "2026-10-21T08:00:00.000Z", "email", "out", "", "<c@b>");
    email("I-4", "2026-10-21T08:00:00.000Z", "");
    assertThat(answered(L12)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "<a b@c>", "<a@b>\r\nBcc: <x@evil.example>", "<a\u760D\u760A@b>"})
  void joinsNoConversationOfABrokenId(String id) {
    email("I-1", "2026-10-21T08:00:00.000Z", "<good@mail.example>");
    email("I-2", "2026-10-22T08:00:00.000Z", id);
    assertThat(answered(L12)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = LetterType.class,
      names = {"COOLING_OFF", "FAREWELL", "FAREWELL_CARD"})
  void beginsAnew(LetterType type) {
    email("I-1", "2026-10-21T08:00:00.000Z", "<one@mail.example>");
    put(L13, type, LetterChannel.EMAIL, "K-1");
    assertThat(answered(L13)).isEmpty();
  }

  @Test
  void answersNothingOnPaperOrWithoutACase() {
    email("I-1", "2026-10-21T08:00:00.000Z", "<one@mail.example>");
    put(L13, LetterType.EXPLANATION, LetterChannel.PRINT, "K-1");
    put(new LetterId(14), LetterType.THANK_YOU, LetterChannel.EMAIL, null);
    assertThat(answered(L13)).isEmpty();
    assertThat(answered(new LetterId(14))).isEmpty();
  }

  @Test
  void isReadAsItWasKept() {
    String kept = "<ours@orchard.example> <theirs@mail.example>";
    assertThat(Conversation.kept(kept).text()).isEqualTo(kept);
    assertThat(Conversation.kept(kept).with(List.of()).inReplyTo())
        .hasToString("<theirs@mail.example>");
    assertThat(Conversation.kept("")).isEqualTo(Conversation.NONE);
    assertThat(Conversation.NONE.with(List.of()).inReplyTo()).isNull();
  }

  private String answered(LetterId letter) {
    return database
        .read(handle -> Conversation.of(handle, List.of(L12, letter)))
        .getOrDefault(letter, Conversation.NONE)
        .text();
  }

  private void email(String id, String at, String messageId) {
    contact(id, at, "email", "in", "question", messageId);
  }

  private void contact(
      String id, String at, String channel, String direction, String tags, String messageId) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO interaction (id, customer, happened_at, channel, direction, staff,
                                         subject, message, tags, message_id, minutes)
                VALUES (?, 'C-1017', ?, ?, ?, NULL, '', '', ?, ?, 0)
                """,
                id,
                at,
                channel,
                direction,
                tags,
                messageId));
  }

  private void openCase(String id, String opened, @Nullable String resolved) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO case_file (id, customer, opened, about, asked, fault, state, resolved)
                VALUES (?, 'C-1017', ?, '', '', 'unclear', 'open', ?)
                """,
                id,
                opened,
                resolved));
  }

  /** The case of a letter must exist before it, and its customer before the case. */
  private void put(LetterId id, LetterType type, LetterChannel channel, @Nullable String file) {
    Letter sample = SampleLetters.thankYou();
    LetterHead head = sample.head();
    LetterHead other =
        new LetterHead(
            type,
            head.language(),
            channel,
            file == null ? null : new CaseId(file),
            head.date(),
            head.recipient(),
            head.signatory());
    LetterShelf.put(database, id, new Letter(other, sample.subject(), sample.parts()));
  }
}
