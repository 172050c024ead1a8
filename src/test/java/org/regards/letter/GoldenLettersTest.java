package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.audit.Actor;
import org.regards.history.Dossiers;
import org.regards.language.LetterLanguage;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;
import org.regards.store.RecordKind;
import org.regards.store.TestStores;

/** The letters of every type in every language, as a native reader has found them good. */
class GoldenLettersTest {
  private static final int LONGEST_SUBJECT = 60;

  @TempDir private static Path folder;
  private static Database sqlite;
  private static Database postgres;
  private static Composer composer;
  private static Playbook playbook;
  private static Dossiers dossiers;
  private static DemoRecords records;
  private static final Map<GoldenLetter, Composition> COMPOSED = new HashMap<>();

  @BeforeAll
  static void openShop() {
    sqlite = Database.open(TestStores.sqlite(folder));
    postgres = Database.open(TestStores.postgres());
    Stream.of(sqlite, postgres)
        .forEach(store -> TeaMerchant.importInto(store, folder.resolve("rejects")));
    composer = TeaMerchant.composer();
    playbook = new Playbooks(sqlite).load();
    dossiers = new Dossiers(sqlite);
    records = new DemoRecords();
  }

  @AfterAll
  static void closeShop() {
    sqlite.close();
    postgres.close();
  }

  static List<GoldenLetter> letters() {
    return GoldenLetter.all();
  }

  @Test
  void everyFolderIsOfAKnownLanguageAndType() {
    List<String> tags = Arrays.stream(LetterLanguage.values()).map(LetterLanguage::tag).toList();
    assertThat(letters()).allSatisfy(letter -> assertThat(tags).contains(letter.tag()));
    assertThat(letters())
        .allSatisfy(letter -> assertThat(LetterType.of(letter.typeWord())).isPresent());
  }

  @Test
  void everyFolderHasItsTwoFiles() {
    assertThat(letters())
        .allSatisfy(
            letter -> assertThat(letter.files()).containsExactly("letter.txt", "request.txt"));
  }

  @Test
  void everyTypeIsThereInEveryLanguage() {
    List<String> missing = new ArrayList<>();
    List<String> found = letters().stream().map(GoldenLetter::toString).toList();
    for (LetterLanguage language : LetterLanguage.values()) {
      for (LetterType type : LetterType.values()) {
        missing.add(language.tag() + "/" + type.word());
      }
    }
    missing.removeAll(found);
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void readsAsItShall(GoldenLetter golden) {
    assertThat(GoldenLetter.asText(composed(golden))).isEqualTo(golden.text());
  }

  @ParameterizedTest
  @MethodSource("letters")
  void isWrittenInItsLanguage(GoldenLetter golden) {
    assertThat(composed(golden).head().language()).isEqualTo(golden.language());
  }

  @ParameterizedTest
  @MethodSource("letters")
  void isAsLongAsItsTypeWants(GoldenLetter golden) {
    Letter letter = composed(golden);
    LetterType type = letter.head().type();
    assertThat(words(letter)).isBetween(type.fewestWords(), type.mostWords());
  }

  @ParameterizedTest
  @MethodSource("letters")
  void hasShortSubjectUnlessItIsACard(GoldenLetter golden) {
    Letter letter = composed(golden);
    if (letter.head().type().isCard()) {
      assertThat(letter.subjectText()).isEmpty();
    } else {
      assertThat(letter.subjectText()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_SUBJECT);
    }
  }

  @ParameterizedTest
  @MethodSource("letters")
  void hasItsPartsInOrder(GoldenLetter golden) {
    Letter letter = composed(golden);
    assertThat(
            PartOrder.problems(
                letter.head().type(), new LetterMarkup.Content(letter.subject(), letter.parts())))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void hasEnoughFactsOfTheCustomersOwn(GoldenLetter golden) {
    Letter letter = composed(golden);
    assertThat(Composer.ownFacts(letter))
        .isGreaterThanOrEqualTo(letter.head().type().fewestFacts());
  }

  @ParameterizedTest
  @MethodSource("letters")
  void factsAgreeWithTheirRecords(GoldenLetter golden) {
    assertThat(composed(golden).facts())
        .filteredOn(fact -> isOnRecord(fact.source().record().kind()))
        .isNotEmpty()
        .allSatisfy(
            fact -> {
              assertThat(records.has(fact.source().record())).isTrue();
              records
                  .stored(fact.source())
                  .ifPresent(value -> assertThat(fact.value()).isEqualTo(value));
            });
  }

  @ParameterizedTest
  @MethodSource("letters")
  void hasNoHoleAndNoDoubleSpace(GoldenLetter golden) {
    assertThat(GoldenLetter.asText(composed(golden)))
        .doesNotContain("null", "N/A", "${", " ,", " .", "..", ",,")
        .doesNotContainPattern("[^\\n-] {2}");
  }

  @ParameterizedTest
  @MethodSource("letters")
  void isReadBackEqualFromBothDatabases(GoldenLetter golden) {
    Letter letter = composed(golden);
    for (Database store : List.of(sqlite, postgres)) {
      Drafts drafts = TeaMerchant.drafts(store);
      StoredLetter stored =
          drafts
              .store(
                  LetterRequest.of(letter.head().type()),
                  List.of(new Composition.Composed(letter, "test.ftlh")),
                  Actor.PROGRAM)
              .getFirst();
      assertThat(drafts.get(stored.id())).isEqualTo(stored);
      assertThat(stored.letter()).isEqualTo(letter);
    }
  }

  private static boolean isOnRecord(RecordKind kind) {
    return kind != RecordKind.BUSINESS && kind != RecordKind.INPUT;
  }

  private static Letter composed(GoldenLetter golden) {
    Composition composition =
        COMPOSED.computeIfAbsent(
            golden,
            wanted -> {
              TeaMerchant.Wanted request = wanted.wanted();
              return composer.compose(
                  request.request(),
                  dossiers.of(request.customer(), TeaMerchant.NOW).orElseThrow(),
                  playbook);
            });
    assertThat(composition).isInstanceOf(Composition.Composed.class);
    return ((Composition.Composed) composition).letter();
  }

  /** The words between salutation and signature. */
  private static int words(Letter letter) {
    String body =
        LetterText.of(
            new Letter(
                letter.head(),
                letter.subject(),
                letter.parts().stream()
                    .filter(part -> part.name() != PartName.SALUTATION)
                    .filter(part -> part.name() != PartName.SIGNATURE)
                    .toList()));
    return body.strip().split("[ \\n]+").length;
  }
}
