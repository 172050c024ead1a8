package org.regards.approval;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.joda.money.Money;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.PolicyId;
import org.regards.letter.Drafts;
import org.regards.letter.LetterAuthors;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.playbook.NeverRule;
import org.regards.playbook.Occasion;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.playbook.UnknownStaffException;
import org.regards.review.Reviewer;
import org.regards.review.Rule;
import org.regards.store.Database;

/**
 * The ledger of exceptions: a letter gives more than its policy only where a named person said so
 * beforehand, up to how much and why. From the plan's number on it takes a manager.
 */
public final class Exceptions {
  /**
   * The rules of letters that stand for what nobody here does, with the plan's own words for it.
   */
  private static final Map<Rule, String> NEVER =
      new EnumMap<>(
          Map.of(Rule.REVIEW_1, "NEVER-1", Rule.PROT_1, "NEVER-3", Rule.PII_1, "NEVER-4"));

  private final Database database;
  private final InstantSource clock;

  public Exceptions(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Outcome {
    String message();

    /**
     * It stands in the ledger.
     *
     * @param number how many the customer has had within the plan's months, with this one
     */
    record Granted(PolicyException line, int number, int months) implements Outcome {
      @Override
      public String message() {
        return "%s may give up to %s: exception %d for %s in %d months, by %s."
            .formatted(line.letter(), line.most(), number, line.customer(), months, line.by());
      }
    }

    record Refused(LetterId letter, String reason) implements Outcome {
      @Override
      public String message() {
        return "%s gets no exception: %s".formatted(letter, reason);
      }
    }
  }

  /**
   * Lets a letter give up to an amount, whatever its policy says.
   *
   * @param rule which rule it is to be an exception from; there are exceptions from POL-1 only
   * @param most read in the currency of the letter
   * @throws org.regards.letter.UnknownLetterException when there is no such letter
   * @throws UnknownStaffException when nobody here has the id
   */
  public Outcome grant(LetterId id, Rule rule, Money most, String because, StaffId by) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          StoredLetter letter = Drafts.locked(handle, id);
          Playbook playbook = Playbooks.load(handle);
          StaffMember who = playbook.required(by);
          return grant(new Request(handle, letter, playbook, who, most, because, now), rule);
        });
  }

  private record Request(
      Handle handle,
      StoredLetter letter,
      Playbook playbook,
      StaffMember who,
      Money most,
      String because,
      Instant now) {
    LocalDate day() {
      return Moments.dayOf(now);
    }

    CustomerId customer() {
      return letter.letter().head().recipient().customer();
    }

    Outcome refused(String reason) {
      return new Outcome.Refused(letter.id(), reason);
    }
  }

  private static Outcome grant(Request request, Rule rule) {
    if (rule != Rule.POL_1) {
      return request.refused(noException(request, rule));
    }
    Dossier dossier =
        Dossiers.load(request.handle(), List.of(request.customer()), request.now()).getFirst();
    Optional<CaseFile> about =
        Optional.ofNullable(request.letter().letter().head().caseId()).flatMap(dossier::caseFile);
    List<Money> offers = Reviewer.offered(request.letter().letter(), dossier, request.playbook());
    PolicyId policy = about.map(CaseFile::policy).orElse(null);
    if (offers.isEmpty() || policy == null) {
      return request.refused("it gives nothing under a policy.");
    }
    PolicyException line =
        new PolicyException(
            request.letter().id(),
            request.customer(),
            policy,
            request.most(),
            request.who().id(),
            request.who().role(),
            request.because(),
            request.now());
    Optional<Money> more = offers.stream().filter(offer -> !line.covers(offer)).findFirst();
    if (more.isPresent()) {
      return request.refused(
          "it gives %s, and an exception up to %s does not cover that."
              .formatted(more.get(), request.most()));
    }
    int months = request.playbook().plan(request.day()).thresholds().asks().months();
    long before = earlier(request, months);
    Optional<String> unable = unable(request, dossier, before);
    if (unable.isPresent()) {
      return request.refused(unable.get());
    }
    new ExceptionDao(request.handle()).insert(line);
    AuditTrail.add(
        request.handle(),
        request.now(),
        new Deed(
            Actor.of(line.by()),
            Act.RECORDED,
            line.letter().record(),
            line.customer(),
            "exception from %s up to %s: %s"
                .formatted(line.policy(), line.most(), line.because())));
    return new Outcome.Granted(line, (int) before + 1, months);
  }

  private static String noException(Request request, Rule rule) {
    Optional<NeverRule> never =
        request.playbook().plan(request.day()).never().stream()
            .filter(one -> one.id().equals(NEVER.get(rule)))
            .findFirst();
    return never
        .map(
            one ->
                "%s. %s (%s). Nobody here can override that; change the letter: regards edit %s --to FILE"
                    .formatted(rule.code(), one.rule(), one.id(), request.letter().id()))
        .orElseGet(
            () ->
                "there are exceptions from POL-1 only, what a policy gives; for %s change the letter: regards edit %s --to FILE"
                    .formatted(rule.code(), request.letter().id()));
  }

  /** How many other letters to the customer had one within the plan's months. */
  private static long earlier(Request request, int months) {
    LocalDate from = request.day().minusMonths(months);
    Predicate<PolicyException> counts =
        line ->
            !line.letter().equals(request.letter().id())
                && !Moments.dayOf(line.at()).isBefore(from);
    return new ExceptionDao(request.handle())
        .of(List.of(request.customer())).getOrDefault(request.customer(), List.of()).stream()
            .filter(counts)
            .map(PolicyException::letter)
            .distinct()
            .count();
  }

  /** Why this person may not decide it; empty when they may. */
  private static Optional<String> unable(Request request, Dossier dossier, long before) {
    StaffMember who = request.who();
    Approvers approvers = new Approvers(request.playbook(), request.day());
    Requirement requirement =
        approvers.of(
            request.letter(),
            dossier,
            LetterAuthors.of(request.handle(), List.of(request.letter().id()))
                .getOrDefault(request.letter().id(), Set.of()));
    if (requirement.isOf(who.id())) {
      return Optional.of(
          "%s writes or signs it; somebody else decides whether it is an exception."
              .formatted(who.name()));
    }
    int allowed = request.playbook().plan(request.day()).thresholds().asks().exceptions();
    Set<Role> deciders = EnumSet.noneOf(Role.class);
    deciders.addAll(
        request
            .playbook()
            .plan(request.day())
            .letter(requirement.kind())
            .also()
            .getOrDefault(Occasion.OVER_THE_LIMIT, Set.of(Role.MANAGER)));
    if (before >= allowed) {
      deciders.clear();
      deciders.add(Role.MANAGER);
    }
    return deciders.stream().anyMatch(role -> approvers.standsFor(who.role(), role))
        ? Optional.empty()
        : Optional.of(
            "%s is %s; %sthat is for %s to decide."
                .formatted(
                    who.name(),
                    Approvers.asOne(who.role()),
                    before >= allowed
                        ? "%s has had %d within the plan's months, and "
                            .formatted(request.customer(), before)
                        : "",
                    deciders.stream().map(Approvers::asOne).collect(joining(" or "))));
  }

  /** The whole ledger, or that of a customer, oldest first. */
  public List<PolicyException> ledger(Optional<CustomerId> customer) {
    return database.read(
        handle ->
            customer
                .map(id -> new ExceptionDao(handle).of(List.of(id)).getOrDefault(id, List.of()))
                .orElseGet(() -> new ExceptionDao(handle).all()));
  }
}
