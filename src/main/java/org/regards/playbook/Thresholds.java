package org.regards.playbook;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** From where on advice sees each sign. Counts are the least that make the sign. */
public record Thresholds(
    Asks asks,
    Misunderstanding misunderstanding,
    int threatDays,
    Harassment harassment,
    Pattern pattern,
    Abuse abuse,
    Cost cost,
    int refusedOffers,
    int kindnessDays,
    int goodEndDays) {

  /**
   * When a request is out of proportion.
   *
   * @param timesTheOrder an ask of more than so many times the order's value is disproportionate
   * @param rising so many asks in a row, each higher than the one before
   * @param exceptions how many grants without our fault one customer may have
   * @param months within which asks and exceptions are counted
   */
  public record Asks(BigDecimal timesTheOrder, int rising, int exceptions, int months) {}

  /**
   * When somebody may simply not have known.
   *
   * @param daysOfGrace by how many days a customer may be late and still not have known
   * @param lowValue where no policy names a limit in the currency
   */
  public record Misunderstanding(int daysOfGrace, Map<CurrencyUnit, Money> lowValue) {
    public Misunderstanding {
      lowValue = Map.copyOf(lowValue);
    }
  }

  /** So many abusive posts within so many days. */
  public record Harassment(int posts, int days) {}

  /**
   * When dissatisfaction is a pattern, and when the pattern is ours.
   *
   * @param complaints about different matters
   * @param usualRefunds percent of orders that comes back to customers
   * @param ourShare percent of complaints upheld above which the cause is ours
   */
  public record Pattern(
      int complaints,
      int months,
      int causes,
      int staff,
      BigDecimal usualRefunds,
      BigDecimal timesTheUsual,
      BigDecimal ourShare) {}

  /**
   * So many contacts within so many days.
   *
   * @param onePerson so many that one of ours had to bear: somebody talks with them
   */
  public record Abuse(int contacts, int days, int onePerson) {}

  /**
   * When a customer costs more than they bring.
   *
   * @param minutes less time of ours than this is no reason
   * @param grossMargin percent of what is ordered
   * @param hour what an hour of ours costs
   */
  public record Cost(
      int months, int minutes, BigDecimal grossMargin, Map<CurrencyUnit, Money> hour) {
    public Cost {
      hour = Map.copyOf(hour);
    }

    /** None in a currency for which the plan names no cost. */
    public Optional<Money> hour(CurrencyUnit currency) {
      return Optional.ofNullable(hour.get(currency));
    }
  }
}
