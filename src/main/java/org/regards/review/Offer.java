package org.regards.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Read;
import org.regards.review.ReviewedLetter.Stated;
import org.regards.store.RecordKind;

/** An amount that a letter offers, worked out, given by its author or written into its text. */
record Offer(Money amount, Place place) {
  /** Where an offer stands; what else a letter says is not looked at. */
  static final List<PartName> PARTS =
      List.of(PartName.OFFER, PartName.REMEDY, PartName.ALTERNATIVE);

  private static final Map<String, String> CURRENCIES =
      Map.of("£", "GBP", "€", "EUR", "$", "USD", "GBP", "GBP", "EUR", "EUR", "USD", "USD");
  private static final String SIGN = "(£|€|\\$|GBP|EUR|USD)";
  private static final String NUMBER =
      "(\\d{1,3}(?:[.,’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{2})?|\\d+(?:[.,]\\d{1,2})?)";
  private static final Pattern WRITTEN =
      Pattern.compile(
          SIGN + "[ \\u00a0\\u202f]?" + NUMBER + "|" + NUMBER + "[ \\u00a0\\u202f]?" + SIGN);

  static List<Offer> in(ReviewedLetter letter) {
    List<Offer> offers = new ArrayList<>();
    for (Stated stated : letter.stated(PARTS.toArray(PartName[]::new))) {
      boolean offered =
          stated.isInput("offer")
              || (stated.kind() == RecordKind.CASE && stated.field().equals("offer"));
      if (offered) {
        stated.money().ifPresent(money -> offers.add(new Offer(money, stated.place())));
      }
    }
    for (Read read : letter.passages()) {
      if (read.part() == PartName.OFFER || read.part() == PartName.REMEDY) {
        addWritten(read.passage(), offers);
      }
    }
    return offers;
  }

  private static void addWritten(Passage passage, List<Offer> into) {
    Matcher written = WRITTEN.matcher(passage.text());
    while (written.find()) {
      boolean first = written.group(1) != null;
      if (!passage.isMarked(written.start(), written.end())) {
        money(
                first ? written.group(1) : written.group(4),
                first ? written.group(2) : written.group(3))
            .ifPresent(
                money -> into.add(new Offer(money, passage.place(written.start(), written.end()))));
      }
    }
  }

  private static Optional<Money> money(String sign, String number) {
    boolean cents = number.matches(".*[.,]\\d{1,2}");
    String digits = number.replaceAll("\\D", "");
    String amount =
        cents
            ? number
                .replaceFirst("[.,](\\d{1,2})$", "#$1")
                .replaceAll("[^\\d#]", "")
                .replace('#', '.')
            : digits;
    try {
      return Optional.of(
          Money.of(CurrencyUnit.of(CURRENCIES.getOrDefault(sign, "EUR")), new BigDecimal(amount)));
    } catch (ArithmeticException tooFine) {
      return Optional.empty();
    }
  }
}
