package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What mail systems write is understood by who writes it, also where the words are strange. */
class DeliveryNoticeTest {
  private static final String DAEMON = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.mail.example\n";

  @Test
  void noticeInAnUnknownLanguageIsKnownByItsSenderAndWhomItNames() throws IOException {
    assertThat(kind(DAEMON + "Subject: Ni sporočila", "ruth@mail.example\nNi šlo."))
        .isEqualTo("bounce");
  }

  @Test
  void delayThatSaysNoReasonIsATimeThatRanOut() throws IOException {
    Reported reported =
        only(
            DAEMON + "Subject: Delivery delayed: A letter",
            "Delivery is delayed to these recipients:\n\nruth@mail.example\n");
    assertThat(reported.action()).isEqualTo(Action.DELAYED);
    assertThat(reported.status()).hasToString("4.4.7");
  }

  @Test
  void serverThatStillTriesDoesNotKnowThatThereIsNobody() throws IOException {
    Reported reported =
        only(
            DAEMON + "Subject: Warning: message delayed",
            "ruth@mail.example\nThe recipient server did not respond. You need not resend it.");
    assertThat(reported.reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @Test
  void wordsOfSuccessAreAReceiptAndNoBounce() throws IOException {
    assertThat(
            kind(
                DAEMON + "Subject: Delivery Status Notification",
                "Your message was successfully delivered to ruth@mail.example."))
        .isEqualTo("delivery receipt");
    assertThat(
            kind(
                DAEMON + "Subject: Delivery Status Notification",
                "Successfully delivered to one.\nruth@mail.example: 550 5.1.1 user unknown"))
        .isEqualTo("bounce");
  }

  @Test
  void fullMailboxWithoutACodeIsPermanentOnceTheServerGaveUp() throws IOException {
    Reported reported =
        only(DAEMON + "Subject: failure notice", "<ruth@mail.example>:\nmailbox is full\n");
    assertThat(reported.status()).hasToString("5.2.2");
  }

  @Test
  void blockedAsSpamIsSpamAndBlockedByAListIsReputation() throws IOException {
    String subject = DAEMON + "Subject: Undelivered Mail";
    assertThat(only(subject, "<ruth@mail.example>: 550 5.7.1 Blocked as spam content").reason())
        .isEqualTo(Reason.SPAM);
    assertThat(only(subject, "<ruth@mail.example>: 554 5.7.1 blocked using dnsbl.example").reason())
        .isEqualTo(Reason.REPUTATION);
  }

  @Test
  void reportThatAGatewayCallsAStreamOfBytesIsReadAllTheSame() throws IOException {
    Reported reported =
        only(
            DAEMON
                + "Subject: Failure\nContent-Type: multipart/report;"
                + " report-type=delivery-status; boundary=r",
            """
            --r
            Content-Type: text/plain

            It failed.
            --r
            Content-Type: application/octet-stream; name=details.dat

            Reporting-MTA: dns; mx.mail.example

            Final-Recipient: rfc822; ruth@mail.example
            Action: failed
            Status: 5.2.1
            --r--
            """);
    assertThat(reported.address()).isEqualTo("ruth@mail.example");
    assertThat(reported.status()).hasToString("5.2.1");
  }

  @Test
  void receiptOfAnOldProgramIsKnownByItsWords() throws IOException {
    assertThat(
            kind(
                "From: Ruth <ruth@mail.example>\nSubject: Gelesen: Ein Vorschlag",
                "Ihre Nachricht wurde am Freitag um 10:00 gelesen."))
        .isEqualTo("read receipt");
    assertThat(
            kind(
                "From: Ruth <ruth@mail.example>\nSubject: Gelesen: Ein Vorschlag",
                "Ich habe Ihren Vorschlag bekommen und nehme ihn an. Ruth"))
        .isEqualTo("new mail");
  }

  private static Reported only(String header, String words) throws IOException {
    Incoming incoming = explain(header, words).incoming();
    assertThat(incoming.recipients()).hasSize(1);
    return incoming.recipients().getFirst();
  }

  private static String kind(String header, String words) throws IOException {
    Incoming incoming = explain(header, words).incoming();
    return incoming instanceof Incoming.Other other ? other.what() : incoming.word();
  }

  private static Explained explain(String header, String words) throws IOException {
    String message = header.strip() + "\nTo: emma@tea.example\n\n" + words;
    return Mailroom.withoutStore().explain(new ByteArrayInputStream(message.getBytes(UTF_8)));
  }
}
