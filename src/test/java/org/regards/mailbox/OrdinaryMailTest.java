package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people write is never taken for a report on delivery, since such a report closes an address.
 */
class OrdinaryMailTest {
  private static final String REPORT =
      """
      Reporting-MTA: dns; mx.mail.example

      Final-Recipient: rfc822; info@tea.example
      Action: failed
      Status: 5.1.1
      Diagnostic-Code: smtp; 550 5.1.1 unknown user
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Delivery failed: order D-1201",
        "Undelivered parcel",
        "Returned to sender",
        "Paket nicht zugestellt",
        "Colis non distribué",
        "Mancata consegna",
        "Address not found",
        "Mailbox full"
      })
  void customerWritesAboutParcelsAndAddresses(String subject) throws IOException {
    String words =
        "My parcel could not be delivered and was returned to sender, the address does not exist."
            + " Mein Paket konnte nicht zugestellt werden, Empfänger unbekannt. Error 550.";
    assertThat(what("Ruth Ellison <ruth@mail.example>", subject, words)).isEqualTo("new mail");
    assertThat(what("ruth@mail.example", subject, words)).isEqualTo("new mail");
    assertThat(what("Parcels <no-reply@parcel.example>", subject, words)).isEqualTo("new mail");
  }

  @Test
  void customerQuotesTheReportThatTheyGot() throws IOException {
    assertThat(what("Ruth <ruth@mail.example>", "Cannot reach you", "This came:\n\n" + REPORT))
        .isEqualTo("new mail");
    assertThat(what("Ruth <ruth@mail.example>", "Re: Undeliverable: A letter", "Look:\n" + REPORT))
        .isEqualTo("reply");
  }

  @Test
  void colleagueWhoSendsAReportOnStaysItsSender() throws IOException {
    Explained explained =
        explain("Tom Hale <tom@tea.example>", "FW: Undeliverable: A letter", "See:\n\n" + REPORT);
    assertThat(explained.incoming()).isInstanceOf(Incoming.Bounce.class);
    assertThat(explained.outer()).isNotNull();
    assertThat(explained.outer().incoming())
        .isEqualTo(new Incoming.Other(Mailroom.NEW_MAIL, List.of()));
  }

  @Test
  void postmasterAnswersAsAPersonWhenTheyQuoteUs() throws IOException {
    String answer = "We let you in again.\n\n> 550 5.1.1 <ruth@mail.example>: user unknown\n";
    assertThat(
            what(
                "Postmaster <postmaster@mail.example>\nIn-Reply-To: <1@tea.example>",
                "Re: your mail was rejected",
                answer))
        .isEqualTo("reply");
  }

  @Test
  void nameOfAMailSystemProvesNothing() throws IOException {
    assertThat(
            what(
                "Mail Delivery System <help@phish.example>",
                "You have 6 undelivered messages",
                "Your mailbox is full, 6 messages could not be delivered. https://phish.example"))
        .isEqualTo("new mail");
  }

  @Test
  void cronIsNoMailerDaemon() throws IOException {
    assertThat(
            what(
                "root@tea.example (Cron Daemon)",
                "Cron <root@tea> backup",
                "500 cannot connect: timed out\nfile not found"))
        .isEqualTo("new mail");
  }

  @Test
  void postmasterAnnouncesARuleAndReturnsNothing() throws IOException {
    assertThat(
            what(
                "Postmaster <postmaster@mail.example>",
                "New rules from Monday",
                "Messages without TLS will be rejected with 550 5.7.1."))
        .isEqualTo("new mail");
  }

  @Test
  void absenceIsTheSubjectOfPeopleToo() throws IOException {
    assertThat(
            what(
                "Ruth <ruth@mail.example>\nIn-Reply-To: <1@tea.example>",
                "Re: Vacation in Whitby",
                "I will be away until Monday. When I return I will call."))
        .isEqualTo("reply");
    assertThat(what("Ruth <ruth@mail.example>", "Auto: Reparatur", "Das Auto ist defekt."))
        .isEqualTo("new mail");
  }

  @Test
  void whatAPersonQuotesOfAnAutomaticAnswerIsNotTheirs() throws IOException {
    assertThat(
            what(
                "Ruth <ruth@mail.example>\nIn-Reply-To: <1@tea.example>",
                "Re: Automatic reply: A letter",
                "I am back.\n\n> This is an automatic reply. I am out of the office."))
        .isEqualTo("reply");
  }

  @Test
  void discussionListOfOldIsNoAutomaticAnswer() throws IOException {
    assertThat(
            what(
                "Ann <ann@list.example>\nSender: owner-tea@list.example\nPrecedence: bulk\n"
                    + "References: <1@list.example>",
                "Re: brewing",
                "I use 80 degrees."))
        .isEqualTo("list mail or newsletter");
  }

  @Test
  void answerToAnInvitationIsAReplyOnlyWhereItSaysSomething() throws IOException {
    String calendar =
        """
        --c
        Content-Type: text/plain

        %s
        --c
        Content-Type: text/calendar; method=REPLY

        BEGIN:VCALENDAR
        END:VCALENDAR
        --c--
        """;
    String from =
        "Ruth <ruth@mail.example>\nIn-Reply-To: <1@tea.example>\n"
            + "Content-Type: multipart/alternative; boundary=c";
    assertThat(what(from, "Accepted: Tea", calendar.formatted("")))
        .isEqualTo("answer to an invitation");
    assertThat(what(from, "Declined: Tea", calendar.formatted("First mend my kettle.")))
        .isEqualTo("reply");
  }

  private static String what(String from, String subject, String words) throws IOException {
    Incoming incoming = explain(from, subject, words).incoming();
    return incoming instanceof Incoming.Other other ? other.what() : incoming.word();
  }

  private static Explained explain(String from, String subject, String words) throws IOException {
    String message =
        "Return-Path: <somebody@mail.example>\nFrom: %s\nTo: emma@tea.example\nSubject: %s\n\n%s\n"
            .formatted(from, subject, words);
    return Mailroom.withoutStore().explain(new ByteArrayInputStream(message.getBytes(UTF_8)));
  }
}
