package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.review.Finding;
import org.regards.review.Reviewer;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** A rule that finds something in a letter that native readers have found good is wrong. */
class GoldenReviewTest {
  @TempDir private static Path folder;
  private static Database store;
  private static Composer composer;
  private static Playbook playbook;
  private static Reviewer reviewer;

  @BeforeAll
  static void openShop() {
    store = Database.open(TestStores.sqlite(folder));
    TeaMerchant.importInto(store, folder.resolve("rejects"));
    composer = TeaMerchant.composer();
    playbook = new Playbooks(store).load();
    reviewer =
        new Reviewer(playbook.plan(LocalDate.of(2026, 11, 20)).words(), TeaMerchant.BUSINESS);
  }

  @AfterAll
  static void closeShop() {
    store.close();
  }

  static List<GoldenLetter> letters() {
    return GoldenLetter.all();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void passesAllRules(GoldenLetter golden) {
    TeaMerchant.Wanted wanted = golden.wanted();
    Dossier dossier = new Dossiers(store).of(wanted.customer(), TeaMerchant.NOW).orElseThrow();
    Composition composition = composer.compose(wanted.request(), dossier, playbook);
    assertThat(composition).isInstanceOf(Composition.Composed.class);
    Letter letter = ((Composition.Composed) composition).letter();
    assertThat(reviewer.review(letter, dossier, playbook))
        .extracting(GoldenReviewTest::told)
        .isEmpty();
  }

  private static String told(Finding finding) {
    return "%s in %s: %s".formatted(finding.rule(), finding.place().where(), finding.sentence());
  }
}
