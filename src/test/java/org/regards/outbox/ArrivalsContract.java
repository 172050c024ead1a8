package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.hold.Hold;
import org.regards.hold.HoldDao;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.mail.MessageId;
import org.regards.mail.Reply;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What comes to be known of an email after it left, with whatever store. */
abstract class ArrivalsContract {
  private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final CustomerId TOMOKO = new CustomerId("C-1017");
  private static final String ADDRESS = "tomoko.arai@mail.example";
  private static final MessageId MESSAGE =
      new MessageId("<0123456789012345678901234567890123456789@tea.example>");

  @TempDir Path folder;

  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    database = Database.open(emptyStore());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"in-doubt", "deferred", "dot-sent", "sending", "queued"})
  void settlesADoubtByProof(String state) {
    given(SampleLetters.thankYou(), state, "queued");
    assertThat(arrived()).isTrue();
    assertThat(delivery("state")).isEqualTo("accepted");
    assertThat(delivery("heard")).isEqualTo("a copy lies in the archive mailbox");
    assertThat(delivery("waits_for")).isEmpty();
    assertThat(letterState()).isEqualTo("done");
    assertThat(arrived()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"accepted", "refused", "bounced", "cancelled"})
  void learnsNothingFromProofOfWhatIsSettled(String state) {
    given(SampleLetters.thankYou(), state, "draft");
    assertThat(arrived()).isFalse();
    assertThat(delivery("state")).isEqualTo(state);
    assertThat(letterState()).isEqualTo("draft");
  }

  @Test
  void beginsThePauseThatALetterAnnouncesWhenItIsKnownToBeThere() {
    given(SampleLetters.coolingOff(), "in-doubt", "queued");
    assertThat(arrived()).isTrue();
    List<Hold> standing =
        database.read(handle -> new HoldDao(handle).standing(Set.of(TOMOKO), NOW).get(TOMOKO));
    assertThat(standing).hasSize(1);
  }

  @Test
  void makesADraftOfWhatBouncedAndLeavesItAtThat() {
    given(SampleLetters.thankYou(), "accepted", "done");
    assertThat(bounced()).isTrue();
    assertThat(delivery("state")).isEqualTo("bounced");
    assertThat(letterState()).isEqualTo("draft");
    assertThat(event()).isEqualTo("bounced 2026-11-03 no-such-user");
    assertThat(bounced()).isFalse();
    assertThat(replied()).isFalse();
    assertThat(delivery("state")).isEqualTo("bounced");
  }

  @Test
  void takesAnAnswerForProofAndNoBounceAfterIt() {
    given(SampleLetters.thankYou(), "in-doubt", "queued");
    assertThat(replied()).isTrue();
    assertThat(delivery("state")).isEqualTo("replied");
    assertThat(letterState()).isEqualTo("done");
    assertThat(event()).isEqualTo("answered 2026-11-03 ");
    assertThat(replied()).isFalse();
    assertThat(bounced()).isFalse();
    assertThat(arrived()).isFalse();
    assertThat(delivery("state")).isEqualTo("replied");
  }

  @Test
  void notesADelayAndWaits() {
    given(SampleLetters.thankYou(), "accepted", "done");
    database.write(
        handle -> {
          Arrivals.delayed(handle, MESSAGE, "delayed: 4.4.1", JO, NOW);
          return MESSAGE;
        });
    assertThat(delivery("state")).isEqualTo("accepted");
    assertThat(delivery("heard")).isEqualTo("delayed: 4.4.1");
  }

  @Test
  void knowsNothingOfOthersMessages() {
    assertThat(arrived()).isFalse();
    assertThat(replied()).isFalse();
    assertThat(bounced()).isFalse();
  }

  @Test
  void letsNoEmailGoToAnAddressThatNobodyHas() {
    given(SampleLetters.thankYou(), "accepted", "done");
    mark(refusal("5.1.1 user unknown"));
    assertThat(closed(addressee(ADDRESS, LetterChannel.EMAIL)))
        .isEqualTo(
            "L-12 did not arrive at this address of C-1017 on 3 November 2026: nobody there has"
                + " this address (5.1.1). Correct it (customer/C-1017.email) and compose the letter"
                + " again, or compose it with --channel print. If mail arrives there after all:"
                + " regards mailbox clear C-1017");
    assertThat(closed(addressee("Tomoko.Arai@MAIL.example", LetterChannel.EMAIL))).isNotEmpty();
    assertThat(closed(addressee("tomoko@new.example", LetterChannel.EMAIL))).isEmpty();
    assertThat(closed(addressee(ADDRESS, LetterChannel.PRINT))).isEmpty();
  }

  @Test
  void letsEmailGoAgainWhenAPersonSaysThatItArrives() {
    given(SampleLetters.thankYou(), "accepted", "done");
    mark(refusal("5.2.1 mailbox disabled"));
    BouncedAddresses addresses = new BouncedAddresses(database);
    assertThat(addresses.clear(TOMOKO, JO, NOW))
        .singleElement()
        .extracting(BadAddress::fault)
        .isEqualTo(AddressFault.DISABLED);
    assertThat(closed(addressee(ADDRESS, LetterChannel.EMAIL))).isEmpty();
    assertThat(addresses.clear(TOMOKO, JO, NOW)).isEmpty();
  }

  private static Reply refusal(String text) {
    return new Reply(550, text);
  }

  private void mark(Reply reply) {
    BadAddress bad = BadAddress.refused(L12, SampleLetters.thankYou(), reply, NOW);
    database.write(
        handle -> {
          BouncedAddresses.mark(handle, bad);
          BouncedAddresses.mark(handle, bad);
          return bad;
        });
  }

  private static Addressee addressee(String email, LetterChannel channel) {
    return new Addressee(L12, TOMOKO, channel, SampleLetters.BELFAST, email);
  }

  private String closed(Addressee addressee) {
    return database.read(handle -> Gate.closed(handle, addressee, NOW)).orElse("");
  }

  private void given(Letter letter, String state, String letterState) {
    Recipient recipient = letter.head().recipient();
    assertThat(recipient.customer()).isEqualTo(TOMOKO);
    LetterShelf.put(database, L12, letter);
    database.write(
        handle -> {
          handle.execute("UPDATE letter SET state = ?", letterState);
          return handle.execute(
              """
              INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest, message_id,
                                    server, reply, file, queued_at, changed_at, waits_for)
              VALUES (1, 12, 'email', ?, ?, 0, '', ?, '', '', '', ?, ?, 'a word')
              """,
              ADDRESS,
              state,
              MESSAGE.value(),
              NOW,
              NOW);
        });
  }

  private boolean arrived() {
    return database.write(
        handle -> Arrivals.arrived(handle, MESSAGE, "a copy lies in the archive mailbox", JO, NOW));
  }

  private boolean replied() {
    return database.write(handle -> Arrivals.replied(handle, MESSAGE, JO, NOW));
  }

  private boolean bounced() {
    return database.write(
        handle -> Arrivals.bounced(handle, MESSAGE, "no-such-user", "5.1.1 nobody", JO, NOW));
  }

  private String delivery(String column) {
    return one("SELECT " + column + " FROM delivery");
  }

  private String letterState() {
    return one("SELECT state FROM letter");
  }

  private String event() {
    return one("SELECT kind || ' ' || happened_on || ' ' || reason FROM letter_event");
  }

  private String one(String sql) {
    List<String> found =
        database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
