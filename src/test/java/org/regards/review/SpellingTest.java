package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regards.letter.PartName;

/** How words are told apart and recognised, however somebody types them. */
final class SpellingTest {
  @Test
  void setsElidedWordsApart() {
    assertThat(words("L’avocat qu'il n’a pas lu, jusqu’à aujourd’hui"))
        .containsExactly(
            "l'", "avocat", "qu'", "il", "n'", "a", "pas", "lu", "jusqu'", "à", "aujourd'hui");
  }

  @Test
  void keepsOtherApostrophesWithinTheirWord() {
    assertThat(words("Don’t say quelqu’un or O’Brien’s"))
        .containsExactly("don't", "say", "quelqu'un", "or", "o'brien's");
  }

  @Test
  void readsPerCentSignAsWord() {
    assertThat(words("20 % ou 20%")).containsExactly("20", "%", "ou", "20", "%");
  }

  @Test
  void findsElidedWordsOfListInLetter() {
    assertThat(finds("vous n'avez pas", "Vous n’avez pas lu")).isTrue();
    assertThat(finds("le|l' avis", "Selon l’avis de tous")).isTrue();
    assertThat(finds("avis", "Selon l’avis de tous")).isTrue();
  }

  @Test
  void refusesElisionWithinChoice() {
    assertThatThrownBy(() -> Phrase.of("selon|d'après vos dires"))
        .hasMessage(
            "in the phrase \"selon|d'après vos dires\", d' stands before a choice of words; set it"
                + " apart, as in l' avis|avocat");
  }

  @Test
  void findsWordsTypedWithoutTheirAccents() {
    assertThat(finds("désolé*", "Nous sommes desoles")).isTrue();
    assertThat(finds("tout en œuvre", "Nous mettons tout en oeuvre")).isTrue();
    assertThat(finds("engaño", "Fue un engano")).isTrue();
  }

  @Test
  void findsNoAccentsThatListLacks() {
    assertThat(finds("si", "Le digo que sí")).isFalse();
    assertThat(finds("wurde", "Das würde gehen")).isFalse();
    assertThat(finds("würde", "Das wurde gemacht")).isFalse();
  }

  private static boolean finds(String phrase, String text) {
    List<Token> tokens = Token.of(passage(text));
    Phrase wanted = Phrase.of(phrase);
    return tokens.stream()
        .anyMatch(token -> wanted.match(tokens, tokens.indexOf(token), false) >= 0);
  }

  private static List<String> words(String text) {
    return Token.of(passage(text)).stream().map(Token::word).toList();
  }

  private static Passage passage(String text) {
    return new Passage(PartName.REASON, 0, text, List.of());
  }
}
