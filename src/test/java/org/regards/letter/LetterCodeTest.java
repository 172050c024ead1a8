package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

/** Codes of letters: readable in their own store, and nowhere else. */
class LetterCodeTest {
  @TempDir static Path folder;
  @TempDir static Path otherFolder;

  static Stream<Supplier<StoreLocation>> stores() {
    return Stream.of(() -> TestStores.sqlite(folder), TestStores::postgres);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void codeLeadsBackToItsLetterAlsoAfterTheStoreWasClosed(Supplier<StoreLocation> store) {
    StoreLocation location = store.get();
    String code;
    try (Database database = Database.open(location)) {
      code = new LetterCode(database).of(new LetterId(12));
      assertThat(code).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    }
    try (Database database = Database.open(location)) {
      LetterCode codes = new LetterCode(database);
      assertThat(codes.of(new LetterId(12))).isEqualTo(code);
      assertThat(codes.letter(code)).contains(new LetterId(12));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 31, 32, 4096, 1_000_000, Integer.MAX_VALUE, 999_999_999_999_999_999L})
  void everyNumberHasOne(long number) {
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      LetterCode codes = new LetterCode(database);
      assertThat(codes.letter(codes.of(new LetterId(number)))).contains(new LetterId(number));
    }
  }

  @Test
  void thousandLettersHaveAThousandCodes() {
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      LetterCode codes = new LetterCode(database);
      Set<String> seen = new HashSet<>();
      for (int number = 1; number <= 1000; number++) {
        String code = codes.of(new LetterId(number));
        assertThat(codes.letter(code)).contains(new LetterId(number));
        seen.add(code);
      }
      assertThat(seen).hasSize(1000);
    }
  }

  @Test
  void isReadAsPeopleWriteIt() {
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      LetterCode codes = new LetterCode(database);
      String code = codes.of(new LetterId(7));
      String spoken =
          code.toLowerCase(Locale.ROOT)
              .replace('0', 'o')
              .replace('1', 'l')
              .replaceAll(".{5}", "$0-");
      assertThat(codes.letter(" " + spoken + "\n")).contains(new LetterId(7));
      assertThat(codes.letter("l-007")).contains(new LetterId(7));
    }
  }

  @Test
  void everySlipOfOneCharacterIsRecognised() {
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      LetterCode codes = new LetterCode(database);
      String code = codes.of(new LetterId(7));
      for (int i = 0; i < code.length(); i++) {
        for (char wrong : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray()) {
          if (wrong != code.charAt(i)) {
            assertThat(codes.letter(code.substring(0, i) + wrong + code.substring(i + 1)))
                .isEmpty();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "L",
        "C-1001",
        "00000000000000000000000001",
        "7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "0123456789ABCDEFGHJKMNPQR",
        "0123456789ABCDEFGHJKMNPQRST",
        "U123456789ABCDEFGHJKMNPQRS"
      })
  void madeUpOneIsNone(String text) {
    try (Database database = Database.open(TestStores.sqlite(folder))) {
      assertThat(new LetterCode(database).letter(text)).isEmpty();
    }
  }

  @Test
  void otherStoreCannotReadIt() {
    try (Database ours = Database.open(TestStores.sqlite(folder));
        Database theirs = Database.open(TestStores.sqlite(otherFolder))) {
      String code = new LetterCode(ours).of(new LetterId(12));
      LetterCode other = new LetterCode(theirs);
      assertThat(other.letter(code)).isEmpty();
      assertThat(other.of(new LetterId(12))).isNotEqualTo(code);
    }
  }

  @Test
  void twoProgramsThatStartAtOnceAgreeOnTheKey() {
    StoreLocation location = TestStores.sqlite(folder);
    try (Database one = Database.open(location);
        Database two = Database.open(location)) {
      assertThat(new LetterCode(one).of(new LetterId(3)))
          .isEqualTo(new LetterCode(two).of(new LetterId(3)));
    }
  }
}
