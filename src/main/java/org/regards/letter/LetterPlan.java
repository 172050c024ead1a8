package org.regards.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.customer.EmailAddress;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.InteractionId;
import org.regards.history.Order;
import org.regards.history.Tag;
import org.regards.language.LetterLanguage;
import org.regards.playbook.Business;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.Role;
import org.regards.playbook.Signer;
import org.regards.playbook.SpokenLanguages;
import org.regards.playbook.StaffMember;
import org.regards.template.TemplateMetadata;
import org.regards.template.TemplateValue;
import org.regards.triage.NewContacts;

/**
 * All that is settled before a template runs: which case, order and policy the letter is about, who
 * signs it, in which language and by which channel it goes.
 *
 * @param caseFile null when the customer has none
 * @param order what the case is about, or null
 * @param policy what the case falls under, in the version in force when it was opened, or null
 * @param signatory null when nobody on record could sign
 * @param inputs what the author gave, read by kind
 */
record LetterPlan(
    LetterType type,
    LetterLanguage language,
    LetterChannel channel,
    Dossier dossier,
    Playbook playbook,
    Business business,
    TemplateMetadata template,
    @Nullable CaseFile caseFile,
    @Nullable Order order,
    @Nullable Policy policy,
    @Nullable StaffMember signatory,
    Map<String, TemplateValue> inputs) {

  LocalDate today() {
    return dossier.today();
  }

  Customer customer() {
    return dossier.customer();
  }

  Optional<StaffMember> accountManager() {
    return Optional.ofNullable(customer().accountManager()).flatMap(playbook::member);
  }

  /**
   * Settles a plan as far as it can be, and adds to {@code problems} everything that stands against
   * it. Empty when not even a channel is left.
   */
  static Optional<LetterPlan> settle(
      LetterRequest request,
      LetterLanguage language,
      Dossier dossier,
      Playbook playbook,
      Business business,
      TemplateMetadata template,
      List<String> problems) {
    CaseFile caseFile = caseOf(request, dossier, problems);
    Order order =
        caseFile == null || caseFile.order() == null
            ? null
            : dossier.order(caseFile.order()).orElse(null);
    Policy policy =
        caseFile == null || caseFile.policy() == null
            ? null
            : playbook.policy(caseFile.policy(), caseFile.opened()).orElse(null);
    StaffMember signatory = signatoryOf(request, dossier, playbook, problems);
    LetterChannel channel = channelOf(request, dossier, template, problems);
    Map<String, TemplateValue> inputs =
        new InputReader(request, language, template, dossier, playbook, caseFile, order)
            .read(problems);
    addWrongPeople(request, dossier, playbook, problems);
    return channel != null
        ? Optional.of(
            new LetterPlan(
                request.type(),
                language,
                channel,
                dossier,
                playbook,
                business,
                template,
                caseFile,
                order,
                policy,
                signatory,
                inputs))
        : Optional.empty();
  }

  /**
   * What is well formed and still makes no sense: a new contact who is the old one or was
   * complained of, thanks for anger.
   */
  private static void addWrongPeople(
      LetterRequest request, Dossier dossier, Playbook playbook, List<String> problems) {
    StaffId manager = dossier.customer().accountManager();
    String contact = request.inputs().get("contact");
    if (request.type() == LetterType.REASSIGN
        && manager != null
        && manager.value().equals(contact)) {
      problems.add(
          "%s looks after %s already; name somebody else with --set contact=STAFF"
              .formatted(manager, dossier.customer().id()));
    }
    if (request.type() == LetterType.REASSIGN && contact != null) {
      NewContacts contacts = new NewContacts(dossier, playbook, SpokenLanguages.NONE);
      playbook
          .member(new StaffId(contact.strip()))
          .flatMap(contacts::against)
          .ifPresent(
              complaint ->
                  problems.add(
                      "%s complained to %s, or of them (interaction/%s), and never gets them as a new contact; it could be %s: --set contact=STAFF"
                          .formatted(
                              dossier.customer().id(),
                              contact.strip(),
                              complaint.id(),
                              contacts.words())));
    }
    String event = request.inputs().get("event");
    if (request.type() == LetterType.THANK_YOU
        && event != null
        && !event.isBlank()
        && dossier
            .interaction(new InteractionId(event.strip()))
            .filter(found -> found.tags().stream().noneMatch(Tag::isKind))
            .isPresent()) {
      problems.add(
          "%s is not marked as thanks or praise (interactions.csv, tags)".formatted(event.strip()));
    }
  }

  private static @Nullable CaseFile caseOf(
      LetterRequest request, Dossier dossier, List<String> problems) {
    if (request.caseId() == null) {
      return dossier.currentCase().orElse(null);
    }
    Optional<CaseFile> named = dossier.caseFile(request.caseId());
    if (named.isEmpty()) {
      List<String> known = dossier.cases().stream().map(file -> file.id().value()).toList();
      problems.add(
          "%s has no case %s%s"
              .formatted(
                  dossier.customer().id(),
                  request.caseId(),
                  known.isEmpty() ? ", nor any other" : "; there is " + String.join(", ", known)));
    }
    return named.orElse(null);
  }

  private static @Nullable StaffMember signatoryOf(
      LetterRequest request, Dossier dossier, Playbook playbook, List<String> problems) {
    if (request.signatory() != null) {
      Optional<StaffMember> named = playbook.member(request.signatory());
      if (named.isEmpty()) {
        List<String> known = playbook.staff().stream().map(member -> member.id().value()).toList();
        problems.add(
            "nobody here has the staff id %s; there is %s"
                .formatted(request.signatory(), String.join(", ", known)));
      }
      return named.orElse(null);
    }
    Optional<StaffMember> accountManager =
        Optional.ofNullable(dossier.customer().accountManager()).flatMap(playbook::member);
    LetterKind kind = LetterKind.of(request.type().word()).orElseThrow();
    return playbook.plan(dossier.today()).letter(kind).signedBy().stream()
        .flatMap(signer -> signatory(signer, accountManager, playbook).stream())
        .findFirst()
        .orElse(null);
  }

  /** The customer's own contact before others of the same role. */
  private static Optional<StaffMember> signatory(
      Signer signer, Optional<StaffMember> accountManager, Playbook playbook) {
    return switch (signer) {
      case Signer.OwnContact ignored -> accountManager;
      case Signer.InRole(Role role) ->
          accountManager.filter(member -> member.role() == role).or(() -> playbook.first(role));
    };
  }

  /** By email where the customer has an address that mail reaches and the template allows it. */
  private static @Nullable LetterChannel channelOf(
      LetterRequest request, Dossier dossier, TemplateMetadata template, List<String> problems) {
    if (request.channel() != null) {
      if (!template.channels().contains(request.channel().word())) {
        problems.add(
            "letters of the type %s do not go by %s; they go by %s"
                .formatted(
                    request.type().word(),
                    request.channel().word(),
                    String.join(" or ", template.channels())));
      }
      return request.channel();
    }
    List<LetterChannel> possible = new ArrayList<>();
    if (EmailAddress.parse(dossier.customer().email()).isPresent()) {
      possible.add(LetterChannel.EMAIL);
    }
    possible.add(LetterChannel.PRINT);
    Optional<LetterChannel> chosen =
        possible.stream()
            .filter(channel -> template.channels().contains(channel.word()))
            .findFirst();
    if (chosen.isEmpty()) {
      problems.add(
          "letters of the type %s go by %s, and %s has no email address that mail can reach"
              .formatted(
                  request.type().word(),
                  String.join(" or ", template.channels()),
                  dossier.customer().id()));
    }
    return chosen.orElse(null);
  }
}
