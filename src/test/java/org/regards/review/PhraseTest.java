package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.letter.Fact;
import org.regards.letter.Inline;
import org.regards.review.Wording.Entry;
import org.regards.review.Wording.Match;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/** How a phrase of a list finds itself in a letter. */
class PhraseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          rest assured         | You may REST   assured that it is on its way.
          you've neglected     | You’ve neglected the filter.
          disappoint*          | We were disappointed.
          so very? sorry       | We are so sorry.
          sorry .. if          | Sorry about that whole long story if you mind.
          falls ... leid       | Falls Sie das alles am Freitag so empfunden haben, tut es uns leid.
          muessen ... zahlen   | Sie müssen am 3. Mai um 10:30 Uhr bei Dr. Groß 4.2 zahlen.
          weiss                | Das weiß er.
          gruesse              | Freundliche Grüße
          für                  | fuer
          no-reply             | no‑reply
          you, dear customer!  | You dear customer
          europa.eu/odr        | See ec.europa.eu/odr
          100 %                | We are 100% sure.
          nur 5€               | Es kostet nur 5 €.
          nur 5 €              | Es kostet nur 5€.
          100%                 | We are 100 % sure.
          haftbar              | haft\u00adbar
          """)
  void isFound(String phrase, String text) {
    assertThat(found(phrase, text)).as("%s in “%s”", phrase, text).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          court        | Our court-side shop sells courtyards.
          just a       | the just-a-minute clock
          always be    | It is always-on. Be quick.
          sorry .. if  | I am sorry. If you wish, write.
          sorry .. if  | Sorry for one two three four five six if
          sorry ... if | Sorry, we close on May 3. We ask if you mind.
          you failed   | You, Ann; failed attempts are free.
          """)
  void isNotFound(String phrase, String text) {
    assertThat(found(phrase, text)).as("%s in “%s”", phrase, text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "*",
        "..",
        "sorry ..",
        "... if",
        "very? sorry if?",
        "a||b",
        "so*rry",
        "!",
        "pas l'avis|l'avocat"
      })
  void isRefusedInAnotherForm(String phrase) {
    assertThatThrownBy(() -> Phrase.of(phrase)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordsOfRecordsAreNobodysChoice() {
    Wording wording = wording("police");
    assertThat(wording.matches(tokens(fact("5 Police Lane", RecordKind.CUSTOMER)))).isEmpty();
    assertThat(wording.matches(tokens(fact("ask the police", RecordKind.INPUT)))).hasSize(1);
  }

  @Test
  void recordsMayStandBetweenTheWords() {
    List<Token> tokens =
        tokens(
            new Inline.Text("Sorry about "),
            fact("order 1042", RecordKind.ORDER),
            new Inline.Text(" if you mind"));
    assertThat(wording("sorry .. if").matches(tokens)).hasSize(1);
  }

  @Test
  void longestOfWhatOverlapsIsShown() {
    Wording wording = wording("sorry", "sorry for any", "for any inconvenience*", "we");
    assertThat(wording.matches(tokens(new Inline.Text("We are sorry for any inconvenience"))))
        .extracting(Match::start, Match::end)
        .containsExactly(tuple(0, 1), tuple(2, 5));
  }

  private static boolean found(String phrase, String text) {
    return !wording(phrase).matches(tokens(new Inline.Text(text))).isEmpty();
  }

  private static Wording wording(String... phrases) {
    return new Wording(
        List.of(phrases).stream()
            .map(phrase -> new Entry(Rule.PLAT_1, Phrase.of(phrase), null, Wording.Kind.UNWANTED))
            .toList());
  }

  private static List<Token> tokens(Inline... runs) {
    return Token.of(Passage.of(null, 0, List.of(runs)));
  }

  private static Inline fact(String text, RecordKind kind) {
    return new Inline.FactText(
        new Fact(text, new RecordField(new RecordId(kind, "1"), "words"), text));
  }
}
