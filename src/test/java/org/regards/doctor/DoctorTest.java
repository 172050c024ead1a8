package org.regards.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regards.customer.EmailAddress;
import org.regards.mail.Finding;
import org.regards.mail.Finding.Verdict;
import org.regards.mail.MailServer;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.SmtpPostbox;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

class DoctorTest {
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2026-11-02T09:30:00Z"));
  private static final EmailAddress ME = new EmailAddress("me@orchard.example");

  private final RudeServer server = new RudeServer();
  private final TestNameServer dns = new TestNameServer();
  private Supplier<List<String>> senders = () -> List.of("mara@orchard.example", "");
  private Supplier<List<Finding>> outbox =
      () -> List.of(Finding.fine("store", "It answers; no letter waits in the outbox."));
  private boolean healthy;

  @AfterEach
  void close() {
    server.close();
    dns.close();
  }

  @Test
  void goesFromTheStoreToTheTestLetter() {
    dns.knows("orchard.example", "v=spf1 mx -all")
        .knows("_dmarc.orchard.example", "v=DMARC1; p=none");
    List<Finding> findings = look(Optional.of(server.address()), ME);
    assertThat(findings)
        .extracting(Finding::step)
        .containsExactly(
            "store",
            "settings",
            "name",
            "connection",
            "encryption",
            "sign-in",
            "offers",
            "SPF",
            "DKIM",
            "DMARC",
            "test letter");
    assertThat(healthy).isTrue();
    assertThat(findings.getLast().words())
        .isEqualTo(
            server.address()
                + " took it: 250 2.0.0 queued as 4XYZ. Look whether it has arrived, and whether its"
                + " header Authentication-Results says spf=pass, dkim=pass and dmarc=pass.");
    assertThat(server.commands())
        .contains("MAIL FROM:<mara@orchard.example>", "RCPT TO:<me@orchard.example>");
    assertThat(server.messages())
        .singleElement()
        .asString()
        .startsWith(
            """
            From: mara@orchard.example
            To: me@orchard.example
            Subject: Test letter of Regards
            Date: Mon, 2 Nov 2026 09:30:00 +0000
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void sendsNothingWhereNobodyAskedForIt() {
    look(Optional.of(server.address()), null);
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void saysWhatARefusedTestLetterMeans() {
    server.answers(Moment.RCPT, "550 5.7.1 sender rejected");
    List<Finding> findings = look(Optional.of(server.address()), ME);
    assertThat(findings.getLast().words())
        .isEqualTo(
            server.address()
                + " refused it: 550 5.7.1 sender rejected. That is about us, not about the letter:"
                + " see what is wrong above, or ask the server's operator.");
    assertThat(healthy).isFalse();
  }

  @Test
  void looksAtTheDomainsEvenIfTheServerIsNotThere() {
    server.answers(Moment.GREETING, "421 too busy");
    List<Finding> findings = look(Optional.of(server.address()), ME);
    assertThat(findings).extracting(Finding::step).contains("SPF", "DMARC");
    assertThat(findings.getLast())
        .isEqualTo(
            Finding.open(
                "test letter", "Not sent: first mend what is wrong above, then try again."));
  }

  @Test
  void saysThatLettersStayInTheSandbox() {
    assertThat(look(Optional.empty(), null))
        .contains(
            Finding.open(
                "settings",
                "No mail server is set (smtp.host or smtp.preset): letters stay in the sandbox, and"
                    + " nothing leaves this machine."));
    assertThat(healthy).isTrue();
  }

  @Test
  void goesOnWhenTheStoreIsNotThere() {
    outbox =
        () -> {
          Database.openExisting(StoreLocation.of("nowhere.db")).close();
          return List.of();
        };
    senders = List::of;
    List<Finding> findings = look(Optional.of(server.address()), null);
    assertThat(findings.getFirst())
        .isEqualTo(
            Finding.wrong(
                "store",
                "There is no store nowhere.db. Import your history first, with regards import"
                    + " FOLDER, or name the store that you mean with --store."));
    assertThat(findings.get(1).words())
        .isEqualTo(
            "Nobody has an address that letters could come from: set business.email, or give the"
                + " staff theirs (staff.csv).");
    assertThat(findings).extracting(Finding::step).contains("offers");
    assertThat(findings.stream().filter(one -> one.verdict() == Verdict.WRONG)).hasSize(2);
  }

  private List<Finding> look(Optional<MailServer> mailServer, @Nullable EmailAddress to) {
    List<Finding> findings = new ArrayList<>();
    healthy =
        new Doctor(
                new Doctor.Parts(
                    () -> mailServer,
                    senders,
                    () -> Optional.empty(),
                    SmtpPostbox::new,
                    outbox,
                    List::of),
                NameServers.at(dns.address(), Duration.ofSeconds(5)),
                NOW)
            .look(to, null, findings::add);
    return findings;
  }
}
