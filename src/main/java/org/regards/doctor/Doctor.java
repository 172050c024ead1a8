package org.regards.doctor;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regards.customer.EmailAddress;
import org.regards.language.RegardsException;
import org.regards.mail.Dkim;
import org.regards.mail.DkimRecord;
import org.regards.mail.Finding;
import org.regards.mail.Finding.Verdict;
import org.regards.mail.MailServer;
import org.regards.mail.Postbox;
import org.regards.mail.ServerLook;
import org.regards.mail.TestLetter;

/** Goes through all that mail needs, step by step, and says what to mend. */
public final class Doctor {
  /** More senders than these are looked at by nobody. */
  private static final int MOST_DOMAINS = 10;

  private final Parts parts;
  private final NameServers dns;
  private final Function<MailServer, ServerLook> looks;
  private final InstantSource clock;

  /**
   * What is looked at; asked when it is its turn, so that what is wrong with one stops no other.
   *
   * @param server of the settings, or empty when mail stays in the sandbox
   * @param senders addresses that letters come from
   * @param dkim signs letters, or empty
   * @param postbox opens a way to the server of its own
   * @param outbox what is to be said of the store and the letters in it
   * @param mailbox what is to be said of the mailbox that is read
   */
  public record Parts(
      Supplier<Optional<MailServer>> server,
      Supplier<List<String>> senders,
      Supplier<Optional<Dkim>> dkim,
      Function<MailServer, Postbox> postbox,
      Supplier<List<Finding>> outbox,
      Supplier<List<Finding>> mailbox) {}

  public Doctor(Parts parts, NameServers dns, InstantSource clock) {
    this(parts, dns, server -> new ServerLook(server, clock), clock);
  }

  Doctor(
      Parts parts, NameServers dns, Function<MailServer, ServerLook> looks, InstantSource clock) {
    this.parts = parts;
    this.dns = dns;
    this.looks = looks;
    this.clock = clock;
  }

  /**
   * Tells of each step as soon as it is done; true when nothing is wrong.
   *
   * @param to who gets a test letter, or null when none is to be sent
   * @param from who it comes from, or null for the first sender
   */
  public boolean look(
      @Nullable EmailAddress to, @Nullable EmailAddress from, Consumer<Finding> told) {
    Told all = new Told(told);
    all.guard("store", () -> parts.outbox().get().forEach(all));
    SortedSet<EmailAddress> senders =
        new TreeSet<>((one, other) -> one.value().compareToIgnoreCase(other.value()));
    all.guard("senders", () -> senders.addAll(senders(all)));
    all.guard("settings", () -> server(all, senders, to, from));
    all.guard("mailbox", () -> parts.mailbox().get().forEach(all));
    return !all.wrong;
  }

  private List<EmailAddress> senders(Consumer<Finding> told) {
    List<EmailAddress> senders =
        parts.senders().get().stream()
            .filter(address -> !address.isBlank())
            .flatMap(address -> EmailAddress.parse(address).stream())
            .toList();
    if (senders.isEmpty()) {
      told.accept(
          Finding.wrong(
              "senders",
              "Nobody has an address that letters could come from: set business.email, or give the"
                  + " staff theirs (staff.csv)."));
    }
    return senders;
  }

  private void server(
      Told told,
      SortedSet<EmailAddress> senders,
      @Nullable EmailAddress to,
      @Nullable EmailAddress from) {
    Optional<MailServer> server = parts.server().get();
    if (server.isEmpty()) {
      told.accept(
          Finding.open(
              "settings",
              "No mail server is set (smtp.host or smtp.preset): letters stay in the sandbox, and"
                  + " nothing leaves this machine."));
      if (to != null) {
        told.accept(
            Finding.open(
                "test letter", "Not sent: set a mail server first, then ask for it again."));
      }
      return;
    }
    told.accept(Finding.fine("settings", "Mail goes by %s.".formatted(server.get())));
    boolean ready = looks.apply(server.get()).look(told);
    told.guard("settings", () -> domains(told, server.get(), senders));
    if (to != null) {
      told.guard("test letter", () -> testLetter(told, server.get(), ready, senders, to, from));
    }
  }

  private void domains(Told told, MailServer server, SortedSet<EmailAddress> senders) {
    SortedSet<String> domains = new TreeSet<>();
    for (EmailAddress sender : senders) {
      String address = sender.value();
      domains.add(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }
    parts
        .dkim()
        .get()
        .ifPresent(
            dkim ->
                dkim.warnings()
                    .forEach(
                        warning ->
                            told.accept(
                                Finding.open("DKIM", "Look at this: %s.".formatted(warning)))));
    List<DkimRecord> keys = parts.dkim().get().map(Dkim::records).orElseGet(List::of);
    DomainLook look = new DomainLook(dns, keys, MailService.spfOf(server.host()));
    domains.stream().limit(MOST_DOMAINS).forEach(domain -> look.look(domain).forEach(told));
  }

  private void testLetter(
      Told told,
      MailServer server,
      boolean ready,
      SortedSet<EmailAddress> senders,
      EmailAddress to,
      @Nullable EmailAddress from) {
    EmailAddress sender = from != null || senders.isEmpty() ? from : senders.getFirst();
    if (!ready || sender == null) {
      told.accept(
          Finding.open("test letter", "Not sent: first mend what is wrong above, then try again."));
      return;
    }
    try (Postbox postbox = parts.postbox().apply(server)) {
      told.accept(
          TestLetter.send(postbox, parts.dkim().get().orElse(null), sender, to, clock.instant()));
    }
  }

  /** Hears of each finding, and of what went wrong instead. */
  private static final class Told implements Consumer<Finding> {
    private final Consumer<Finding> told;
    private boolean wrong;

    Told(Consumer<Finding> told) {
      this.told = told;
    }

    @Override
    public void accept(Finding finding) {
      wrong |= finding.verdict() == Verdict.WRONG;
      told.accept(finding);
    }

    void guard(String step, Runnable work) {
      try {
        work.run();
      } catch (RegardsException reason) {
        accept(Finding.wrong(step, String.valueOf(reason.getMessage())));
      }
    }
  }
}
