package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.EmailAddress;
import org.regards.mail.Mail.Envelope;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.RudeServer.Pause;

/** Several messages over one connection to a server that takes groups of commands (RFC 2920). */
class PipeliningTest {
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));

  private final RudeServer server = new RudeServer();
  private final SmtpPostbox postbox = new SmtpPostbox(server.address(), SHORT, null);

  @BeforeEach
  void offer() {
    server.offers("PIPELINING");
  }

  @AfterEach
  void close() {
    postbox.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sendsManyInOrder(boolean inOnePacket) {
    if (inOnePacket) {
      server.answersInOnePacket();
    }
    assertThat(Posted.ofMany(3).over(postbox).became())
        .containsExactly(
            "0 dot",
            "0 accepted 250 2.0.0 queued as 4XYZ",
            "1 dot",
            "1 accepted 250 2.0.0 queued as 4XYZ",
            "2 dot",
            "2 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.messages())
        .containsExactly("message 0\r\n", "message 1\r\n", "message 2\r\n");
  }

  @Test
  void sendsTheNextEnvelopeBeforeTheDotIsAnswered() throws Exception {
    Pause pause = server.pausesAt(Moment.DOT);
    Thread sending = Thread.ofVirtual().start(() -> Posted.ofMany(2).over(postbox));
    pause.await();
    server.isPoliteAgain();
    assertThat(server.unread())
        .isEqualTo(
            "MAIL FROM:<mara@orchard.example>\r\nRCPT TO:<no1@mail.example>\r\nDATA\r\n".length());
    pause.end();
    sending.join();
    assertThat(server.messages()).hasSize(2);
  }

  @Test
  void isNeverPastTheDotOfTwo() {
    List<String> became = Posted.ofMany(20).over(postbox).became();
    for (int i = 0; i < became.size(); i += 2) {
      assertThat(became.get(i)).endsWith("dot");
      assertThat(became.get(i + 1)).contains("accepted");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 550 5.1.8 no, refused", "RCPT, 550 5.1.1 no, refused", "DATA, 554 5.5.1 no, refused",
    "MAIL, 451 4.3.0 no, deferred", "RCPT, 452 4.2.2 no, deferred", "DATA, 451 4.7.1 no, deferred",
    "DOT, 550 5.6.0 no, refused", "DOT, 452 4.3.1 no, deferred"
  })
  void goesOnAfterARefusal(Moment moment, String answer, String became) {
    server.answers(moment, answer);
    Posted posted = Posted.ofMany(2).over(postbox);
    assertThat(posted.became())
        .filteredOn(word -> !word.endsWith("dot"))
        .containsExactly("0 " + became + " " + answer, "1 " + became + " " + answer);
    server.isPoliteAgain();
    assertThat(Posted.ofMany(1).over(postbox).became())
        .contains("0 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void endsWithNothingWhenTheMessageIsWantedForNobody() {
    server.answers(Moment.RCPT, "550 5.1.1 no such user");
    assertThat(Posted.ofMany(1).over(postbox).became())
        .containsExactly("0 refused 550 5.1.1 no such user");
    assertThat(server.messages()).containsExactly("");
  }

  @Test
  void makesTheServerForgetWhatWasGivenUp() {
    server.answers(Moment.DATA, "451 4.3.0 later");
    Posted.ofMany(2).over(postbox);
    assertThat(server.commands())
        .containsExactly(
            "EHLO localhost",
            "MAIL FROM:<mara@orchard.example>",
            "RCPT TO:<no0@mail.example>",
            "DATA",
            "RSET",
            "MAIL FROM:<mara@orchard.example>",
            "RCPT TO:<no1@mail.example>",
            "DATA");
  }

  @Test
  void sendsNothingMoreToAServerThatDoesNotForget() {
    server.answers(Moment.DATA, "451 4.3.0 later").answers(Moment.RSET, "500 what?");
    assertThat(Posted.ofMany(2).over(postbox).became())
        .containsExactly("0 deferred 451 4.3.0 later", "1 deferred 451 4.3.0 later");
    assertThat(server.received()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "silence", "garbage", "354 more", "long line"})
  void onlyTheOneWhoseDotIsOutIsInDoubt(String manner) {
    SmtpPostbox impatient =
        new SmtpPostbox(
            server.address(),
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(200)),
            null);
    misbehave(Moment.DOT, manner);
    assertThat(Posted.ofMany(2).over(impatient).became())
        .containsExactly("0 dot", "0 in doubt", "1 dot", "1 in doubt");
    assertThat(server.received()).hasSize(2);
    impatient.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"MAIL", "RCPT", "DATA"})
  void isDeferredWhenTheLineIsCutBeforeTheDot(Moment moment) {
    server.cutsAt(moment);
    assertThat(Posted.ofMany(1).over(postbox).became())
        .containsExactly("0 deferred the connection was lost");
  }

  @ParameterizedTest
  @EnumSource(
      value = Moment.class,
      names = {"MAIL", "RCPT", "DATA"})
  void isDeferredWhenTheAnswerIsNone(Moment moment) {
    server.answers(moment, "lorem ipsum");
    assertThat(Posted.ofMany(1).over(postbox).became())
        .containsExactly("0 deferred the server's answer is not one of SMTP");
  }

  @Test
  void opensAnewForTheNextWhenTheServerHangsUpAfterItsAnswer() {
    server.cutsAfter(Moment.DOT);
    assertThat(Posted.ofMany(3).over(postbox).became())
        .containsExactly(
            "0 dot",
            "0 accepted 250 2.0.0 queued as 4XYZ",
            "1 dot",
            "1 accepted 250 2.0.0 queued as 4XYZ",
            "2 dot",
            "2 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.received()).hasSize(3);
    assertThat(server.messages()).hasSize(3);
  }

  @Test
  void opensAnewForTheNextWhenTheServerWantsAPause() {
    server.answers(Moment.DOT, "421 4.7.0 too many");
    assertThat(Posted.ofMany(2).over(postbox).became())
        .containsExactly(
            "0 dot", "0 deferred 421 4.7.0 too many", "1 dot", "1 deferred 421 4.7.0 too many");
    assertThat(server.received()).hasSize(2);
  }

  @Test
  void isDeferredWhenANewConnectionDoesNotWantItEither() {
    server.answers(Moment.MAIL, "421 4.7.0 too many");
    assertThat(Posted.ofMany(2).over(postbox).became())
        .containsExactly("0 deferred 421 4.7.0 too many", "1 deferred 421 4.7.0 too many");
  }

  @Test
  void goesOnWithANewConnectionAfterOneThatIsKeptBack() {
    assertThat(Posted.ofMany(3).keepingBack(1).over(postbox).became())
        .containsExactly(
            "0 dot",
            "0 accepted 250 2.0.0 queued as 4XYZ",
            "1 kept back: hold",
            "2 dot",
            "2 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.messages()).containsExactly("message 0\r\n", "message 2\r\n");
    assertThat(server.commands()).doesNotContain("QUIT");
  }

  @Test
  void doesNotSendWhatIsTooBigForTheServer() {
    server.offers("PIPELINING", "SIZE 1024");
    Posted posted =
        new Posted(
            List.of(
                SampleMails.saying("x\r\n".repeat(500), "big"),
                SampleMails.saying("x\r\n", "small")));
    assertThat(posted.over(postbox).became())
        .containsExactly(
            "0 refused 552 5.3.4 the message has 1,500 bytes, and the server "
                + server.address()
                + " takes 1,024",
            "1 dot",
            "1 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.commands()).contains("MAIL FROM:<mara@orchard.example> SIZE=3");
  }

  @Test
  void asksForBouncesWithItsOwnMark() {
    server.offers("PIPELINING", "8BITMIME", "DSN");
    Posted.ofMany(1).over(postbox);
    new Posted(List.of(SampleMails.saying("caf\u00e9\r\n", "eight"))).over(postbox);
    assertThat(server.commands())
        .contains(
            "MAIL FROM:<mara@orchard.example> RET=HDRS ENVID=no0@orchard.example",
            "RCPT TO:<no0@mail.example> NOTIFY=FAILURE,DELAY",
            "MAIL FROM:<mara@orchard.example> BODY=8BITMIME RET=HDRS ENVID=eight@orchard.example");
  }

  @ParameterizedTest
  @CsvSource({"PIPELINING", "8BITMIME"})
  void sendsACopyToTheArchiveAlsoWhenItIsRefusedThere(String offer) {
    server.offers(offer, "DSN");
    assertThat(archived().over(postbox).became())
        .containsExactly("0 dot", "0 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.commands())
        .contains("RCPT TO:<no0@mail.example> NOTIFY=FAILURE,DELAY")
        .contains("RCPT TO:<archive@orchard.example> NOTIFY=NEVER");
    server.answersRecipient("archive@orchard.example", "452 4.2.2 full");
    assertThat(archived().over(postbox).became()).contains("0 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.messages()).containsExactly("kept\r\n", "kept\r\n");
  }

  @ParameterizedTest
  @CsvSource({"PIPELINING", "8BITMIME"})
  void sendsTheArchiveNothingWhenTheRecipientIsRefused(String offer) {
    server.offers(offer);
    server.answersRecipient("no0@mail.example", "550 5.1.1 no such user");
    assertThat(archived().over(postbox).became())
        .containsExactly("0 refused 550 5.1.1 no such user");
    assertThat(Posted.ofMany(2).over(postbox).became())
        .contains("0 refused 550 5.1.1 no such user", "1 accepted 250 2.0.0 queued as 4XYZ");
    assertThat(server.messages()).doesNotContain("kept\r\n").contains("message 1\r\n");
    assertThat(server.received().getFirst()).doesNotContain("DATA\r\n.\r\n");
  }

  @ParameterizedTest
  @CsvSource({"PIPELINING", "8BITMIME"})
  void sendsNothingWhenTheServerGoesAtTheArchive(String offer) {
    server.offers(offer);
    server.answersRecipient("archive@orchard.example", "421 4.7.0 too many");
    assertThat(archived().over(postbox).became()).containsExactly("0 deferred 421 4.7.0 too many");
  }

  private static Posted archived() {
    Envelope envelope =
        new Envelope(
            SampleMails.ENVELOPE.from(),
            new EmailAddress("no0@mail.example"),
            new EmailAddress("archive@orchard.example"));
    return new Posted(List.of(SampleMails.saying("kept\r\n", "no0", envelope)));
  }

  private void misbehave(Moment moment, String manner) {
    switch (manner) {
      case "cut" -> server.cutsAt(moment);
      case "silence" -> server.fallsSilentAt(moment);
      case "garbage" -> server.answers(moment, "lorem ipsum");
      case "long line" -> server.answers(moment, "250 " + "x".repeat(4 * 1024 * 1024));
      default -> server.answers(moment, manner);
    }
  }
}
