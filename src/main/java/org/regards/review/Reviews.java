package org.regards.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regards.customer.CustomerId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.letter.Drafts;
import org.regards.letter.Letter;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Business;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;

/** Holds stored letters against the rules, with the records as they stand now. */
public final class Reviews {
  private final Database database;
  private final Drafts drafts;
  private final Dossiers dossiers;
  private final Playbooks playbooks;
  private final Business business;
  private final WordGiven given;

  public Reviews(
      Database database,
      Drafts drafts,
      Dossiers dossiers,
      Playbooks playbooks,
      Business business,
      WordGiven given) {
    this.database = database;
    this.drafts = drafts;
    this.dossiers = dossiers;
    this.playbooks = playbooks;
    this.business = business;
    this.given = given;
  }

  /**
   * Reviews one letter.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none
   */
  public Review of(LetterId letter, Instant now) {
    return of(List.of(drafts.get(letter)), now).getFirst();
  }

  /** Reviews letters, in their order; at most 1,000 at once. */
  public List<Review> of(List<StoredLetter> letters, Instant now) {
    Playbook playbook = playbooks.load();
    Map<CustomerId, Dossier> byCustomer =
        dossiers.load(letters.stream().map(Reviews::customer).toList(), now).stream()
            .collect(Collectors.toMap(dossier -> dossier.customer().id(), Function.identity()));
    List<Review> reviews = new ArrayList<>(letters.size());
    for (StoredLetter letter : letters) {
      Dossier dossier = Objects.requireNonNull(byCustomer.get(customer(letter)));
      reviews.add(review(letter, dossier, playbook));
    }
    return List.copyOf(reviews);
  }

  /** Holds a letter that is in no store against the rules. */
  public List<Finding> review(Letter letter, Dossier dossier, Playbook playbook) {
    return reviewer(playbook, dossier)
        .review(letter, dossier, playbook, Surroundings.at(dossier.asOf()));
  }

  private Review review(StoredLetter stored, Dossier dossier, Playbook playbook) {
    String digest = LetterDigest.of(stored.letter());
    Surroundings surroundings =
        new Surroundings(
            stored.id(),
            stored.writtenAt(),
            given.on(stored.id(), digest),
            List.of(),
            List.of());
    return new Review(
        stored.id(),
        digest,
        reviewer(playbook, dossier).review(stored.letter(), dossier, playbook, surroundings));
  }

  private Reviewer reviewer(Playbook playbook, Dossier dossier) {
    return new Reviewer(playbook.plan(dossier.today()).words(), business);
  }

  private static CustomerId customer(StoredLetter letter) {
    return letter.letter().head().recipient().customer();
  }
}
