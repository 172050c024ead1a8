package org.regards.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.PersonNameFormatter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.text.SimplePersonName;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.joda.money.Money;

/**
 * Values as one language writes them in a running sentence, by CLDR. Keeps formatters that are
 * costly to make and are not safe between threads: one instance a thread.
 */
public final class LocalFormats {
  /** Numbers up to this are words in a letter: three years, but 14 days. */
  private static final int LARGEST_SPELLED = 12;

  private static final int MOST_CACHED = 4_000;

  private final LetterLanguage language;
  private final ULocale locale;
  private final Map<String, LocalizedNumberFormatter> currencies = new HashMap<>();
  private final Map<LocalDate, String> days = new HashMap<>();
  private final Map<LocalDate, String> fullDays = new HashMap<>();

  // Each takes CLDR data to make, up to a tenth of a second in a cold program: made when first
  // asked.
  private final Supplier<DateFormat> dayOfYear = once(() -> dates(dayPattern()));
  private final Supplier<DateFormat> dayWithYear = once(() -> dates(dayWithYearPattern()));
  private final Supplier<LocalizedNumberFormatter> numbers = once(this::numbers);
  private final Supplier<LocalizedNumberFormatter> percents = once(this::percents);
  private final Supplier<RuleBasedNumberFormat> words = once(this::words);
  private final Supplier<ListFormatter> lists = once(this::lists);
  private final Supplier<PluralRules> plurals = once(this::plurals);
  private final Supplier<PersonNameFormatter> names = once(this::names);

  public LocalFormats(LetterLanguage language) {
    this.language = language;
    this.locale = ULocale.forLocale(language.locale());
  }

  public LetterLanguage language() {
    return language;
  }

  /** A day as said on another day: the year only where it is not the same one. */
  public String day(LocalDate day, LocalDate today) {
    return day.getYear() == today.getYear() ? cached(days, dayOfYear.get(), day) : fullDay(day);
  }

  /** A day with its year. */
  public String fullDay(LocalDate day) {
    return cached(fullDays, dayWithYear.get(), day);
  }

  public String money(Money money) {
    return plainSpaces(
        currencies
            .computeIfAbsent(
                money.getCurrencyUnit().getCode(),
                code -> numbers.get().unit(Currency.getInstance(code)).unitWidth(UnitWidth.SHORT))
            .format(money.getAmount())
            .toString());
  }

  /** A count: in words up to twelve, in digits beyond. */
  public String count(long count) {
    return count >= 0 && count <= LARGEST_SPELLED ? words.get().format(count) : digits(count);
  }

  public String digits(long number) {
    return plainSpaces(numbers.get().format(number).toString());
  }

  /** A percentage, for example {@code 25%} or {@code 25 %}. */
  public String percent(BigDecimal percent) {
    return plainSpaces(percents.get().format(percent).toString());
  }

  /** The items as a sentence lists them: {@code plums, figs and pears}. */
  public String list(List<String> items) {
    return lists.get().format(items);
  }

  /** The CLDR plural category of a count: {@code one}, {@code other}, {@code many}, … */
  public String plural(long count) {
    return plurals.get().select((double) count);
  }

  /** The full name in the order that its script and this language want. */
  public String name(String given, String family) {
    if (given.isBlank() || family.isBlank()) {
      return given.isBlank() ? family : given;
    }
    return names
        .get()
        .formatToString(
            SimplePersonName.builder()
                .addField(com.ibm.icu.text.PersonName.NameField.GIVEN, null, given)
                .addField(com.ibm.icu.text.PersonName.NameField.SURNAME, null, family)
                .build());
  }

  private LocalizedNumberFormatter numbers() {
    return NumberFormatter.withLocale(locale);
  }

  private LocalizedNumberFormatter percents() {
    return numbers.get().unit(MeasureUnit.PERCENT).precision(Precision.maxFraction(2));
  }

  private RuleBasedNumberFormat words() {
    return new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT);
  }

  private ListFormatter lists() {
    return ListFormatter.getInstance(locale);
  }

  private PluralRules plurals() {
    return PluralRules.forLocale(locale);
  }

  private PersonNameFormatter names() {
    return PersonNameFormatter.builder()
        .setLocale(language.locale())
        .setLength(PersonNameFormatter.Length.LONG)
        .setUsage(PersonNameFormatter.Usage.REFERRING)
        .setFormality(PersonNameFormatter.Formality.FORMAL)
        .build();
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    List<T> made = new ArrayList<>(1);
    return () -> {
      if (made.isEmpty()) {
        made.add(make.get());
      }
      return made.getFirst();
    };
  }

  /** CLDR's pattern for the skeleton dMMMM; a test holds them together. */
  private String dayPattern() {
    return switch (language) {
      case EN_GB, FR_FR -> "d MMMM";
      case EN_US -> "MMMM d";
      case DE_DE -> "d. MMMM";
      case ES_ES -> "d 'de' MMMM";
    };
  }

  /** The same for dMMMMy. Asking ICU for both costs a tenth of a second in a cold program. */
  private String dayWithYearPattern() {
    return switch (language) {
      case EN_GB, FR_FR -> "d MMMM y";
      case EN_US -> "MMMM d, y";
      case DE_DE -> "d. MMMM y";
      case ES_ES -> "d 'de' MMMM 'de' y";
    };
  }

  private DateFormat dates(String pattern) {
    SimpleDateFormat format = new SimpleDateFormat(pattern, locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format;
  }

  private String cached(Map<LocalDate, String> known, DateFormat format, LocalDate day) {
    String text = known.get(day);
    if (text == null) {
      if (known.size() >= MOST_CACHED) {
        known.clear();
      }
      text = format(format, day);
      known.put(day, text);
    }
    return text;
  }

  private String format(DateFormat format, LocalDate day) {
    String text = format.format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    // CLDR writes "1 mai"; French writes the first of a month as an ordinal.
    return language == LetterLanguage.FR_FR && day.getDayOfMonth() == 1
        ? text.replaceFirst("^1 ", "1er ")
        : text;
  }

  /** The narrow no-break space of CLDR as the ordinary one, which every font has. */
  private static String plainSpaces(String text) {
    return text.replace('\u202f', '\u00a0');
  }
}
