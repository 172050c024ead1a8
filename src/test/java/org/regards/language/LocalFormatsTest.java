package org.regards.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as each language writes them in a running sentence; {@code _} is a no-break space. */
class LocalFormatsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Map<LetterLanguage, LocalFormats> FORMATS =
      new EnumMap<>(LetterLanguage.class);

  private static LocalFormats in(LetterLanguage language) {
    return FORMATS.computeIfAbsent(language, LocalFormats::new);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB|3 May|3 May 2025",
        "EN_US|May 3|'May 3, 2025'",
        "DE_DE|3. Mai|3. Mai 2025",
        "FR_FR|3 mai|3 mai 2025",
        "ES_ES|3 de mayo|3 de mayo de 2025",
      })
  void writesYearOnlyWhereItIsAnother(LetterLanguage language, String day, String fullDay) {
    assertThat(in(language).day(LocalDate.of(2026, 5, 3), TODAY)).isEqualTo(day);
    assertThat(in(language).day(LocalDate.of(2025, 5, 3), TODAY)).isEqualTo(fullDay);
    assertThat(in(language).fullDay(LocalDate.of(2025, 5, 3))).isEqualTo(fullDay);
  }

  @Test
  void writesFirstOfMonthAsOrdinalInFrench() {
    assertThat(in(LetterLanguage.FR_FR).day(LocalDate.of(2026, 5, 1), TODAY)).isEqualTo("1er mai");
    assertThat(in(LetterLanguage.FR_FR).fullDay(LocalDate.of(2025, 5, 1)))
        .isEqualTo("1er mai 2025");
    assertThat(in(LetterLanguage.FR_FR).fullDay(LocalDate.of(2025, 5, 11)))
        .isEqualTo("11 mai 2025");
    assertThat(in(LetterLanguage.ES_ES).day(LocalDate.of(2026, 5, 1), TODAY))
        .isEqualTo("1 de mayo");
  }

  @Test
  void writesDaysLongAgoByTheCalendarInUse() {
    assertThat(in(LetterLanguage.EN_GB).fullDay(LocalDate.of(1916, 2, 29)))
        .isEqualTo("29 February 1916");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB|GBP 1234.50|£1,234.50",
        "EN_US|USD 1234.50|'$1,234.50'",
        "DE_DE|EUR 1234.50|1.234,50_€",
        "FR_FR|EUR 1234.50|1_234,50_€",
        "ES_ES|EUR 12345.50|12.345,50_€",
        "ES_ES|EUR 1234.50|1234,50_€",
        "EN_GB|JPY 1500|JP¥1,500",
        "DE_DE|GBP 0.00|0,00_£",
      })
  void writesMoney(LetterLanguage language, String money, String text) {
    assertThat(in(language).money(Money.parse(money))).isEqualTo(text.replace('_', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB|zero|one|twelve|13|1,000",
        "EN_US|zero|one|twelve|13|1,000",
        "DE_DE|null|eins|zwölf|13|1.000",
        "FR_FR|zéro|un|douze|13|1_000",
        "ES_ES|cero|uno|doce|13|1000",
      })
  void spellsCountsUpToTwelve(
      LetterLanguage language, String none, String one, String twelve, String more, String many) {
    LocalFormats formats = in(language);
    assertThat(List.of(0L, 1L, 12L, 13L, 1000L))
        .extracting(formats::count)
        .containsExactly(none, one, twelve, more, many.replace('_', '\u00a0'));
    assertThat(formats.count(-1)).doesNotContainPattern("\\p{L}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"EN_GB|12.5%", "EN_US|12.5%", "DE_DE|12,5_%", "FR_FR|12,5_%", "ES_ES|12,5_%"})
  void writesPercent(LetterLanguage language, String text) {
    assertThat(in(language).percent(new BigDecimal("12.5"))).isEqualTo(text.replace('_', '\u00a0'));
  }

  @Test
  void writesComputedNumbersWithTheirDecimals() {
    assertThat(in(LetterLanguage.EN_GB).number(new BigDecimal("8.75"))).isEqualTo("8.75");
    assertThat(in(LetterLanguage.DE_DE).number(new BigDecimal("1008.75"))).isEqualTo("1.008,75");
    assertThat(in(LetterLanguage.EN_GB).number(new BigDecimal("8.00"))).isEqualTo("8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB|plums, figs and pears|plums and figs",
        "EN_US|plums, figs, and pears|plums and figs",
        "DE_DE|plums, figs und pears|plums und figs",
        "FR_FR|plums, figs et pears|plums et figs",
        "ES_ES|plums, figs y pears|plums y figs",
      })
  void listsAsASentenceDoes(LetterLanguage language, String three, String two) {
    assertThat(in(language).list(List.of("plums", "figs", "pears"))).isEqualTo(three);
    assertThat(in(language).list(List.of("plums", "figs"))).isEqualTo(two);
    assertThat(in(language).list(List.of("plums"))).isEqualTo("plums");
    assertThat(in(language).list(List.of())).isEmpty();
  }

  @Test
  void knowsPluralOfEachLanguage() {
    assertThat(in(LetterLanguage.EN_GB).plural(1)).isEqualTo("one");
    assertThat(in(LetterLanguage.EN_GB).plural(0)).isEqualTo("other");
    assertThat(in(LetterLanguage.FR_FR).plural(0)).isEqualTo("one");
    assertThat(in(LetterLanguage.DE_DE).plural(2)).isEqualTo("other");
    assertThat(in(LetterLanguage.ES_ES).plural(1)).isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Ann|O'Hara|Ann O'Hara",
        "明|山田|山田明",
        "小明|王|王小明",
        "محمد|الأحمد|محمد الأحمد",
        "Tomoko|Arai|Tomoko Arai",
        "Анна|Иванова|Анна Иванова",
        "''|Lee|Lee",
        "Ana|''|Ana",
      })
  void ordersNameAsItsScriptWants(String given, String family, String name) {
    assertThat(in(LetterLanguage.EN_GB).name(given, family)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, EN_GB",
    "en-US, EN_US",
    "en-IE, EN_GB",
    "en, EN_GB",
    "de-AT, DE_DE",
    "fr-CA, FR_FR",
    "es-MX, ES_ES",
    "EN-us, EN_US",
    "de-DE-1996, DE_DE"
  })
  void fallsBackToTheFirstOfTheSameLanguage(String tag, LetterLanguage language) {
    assertThat(LetterLanguage.of(tag)).contains(language);
  }

  @ParameterizedTest
  @CsvSource({"ja-JP", "xx", "''", "en_GB", "english"})
  void knowsNoOtherLanguage(String tag) {
    assertThat(LetterLanguage.of(tag)).isEmpty();
  }
}
