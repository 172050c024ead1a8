package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.regards.letter.LetterId;

/**
 * Stops all email when what comes back shows that the next letters would come back as well. A
 * single receiver proves that of itself only, however sure it is: a gateway of its own or somebody
 * who forwards may have broken what we signed.
 */
public final class BounceStop {
  private static final Duration LATELY = Duration.ofHours(24);
  private static final int ENOUGH = 3;

  private BounceStop() {}

  /** Who must have said so before all email stops. */
  public enum Proof {
    /** Nobody says this but whoever sends for us. */
    OUR_PROVIDER,
    /** The mail of as many customers, also at one large provider: it does not depend on them. */
    CUSTOMERS,
    /** As many mail domains: each decides by rules of its own. */
    DOMAINS
  }

  /**
   * What a bounce says.
   *
   * @param reason one word, as {@link Arrivals#bounced} got it
   * @param words the same for people, with the status code
   */
  public record Fault(LetterId letter, String reason, String words, Proof proof) {}

  /**
   * Weighs a bounce in the transaction that files it, after it was filed.
   *
   * @return whether it stopped all email
   */
  public static boolean weigh(Handle handle, Fault fault, Instant now) {
    QueueStopDao stops = new QueueStopDao(handle);
    if (stops.find().isPresent() || !isProven(handle, fault, now)) {
      return false;
    }
    stops.put(sentence(fault), now);
    return true;
  }

  private static boolean isProven(Handle handle, Fault fault, Instant now) {
    return switch (fault.proof()) {
      case OUR_PROVIDER -> true;
      case CUSTOMERS -> isWide(handle, fault, now, one -> one.customer().value());
      case DOMAINS -> isWide(handle, fault, now, one -> domain(one.recipient()));
    };
  }

  private static boolean isWide(
      Handle handle, Fault fault, Instant now, Function<BouncedAddressDao.Back, String> who) {
    List<BouncedAddressDao.Back> back =
        new BouncedAddressDao(handle).cameBack(fault.reason(), now.minus(LATELY));
    return back.stream().map(who).distinct().count() >= ENOUGH;
  }

  private static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private static String sentence(Fault fault) {
    return switch (fault.proof()) {
      case OUR_PROVIDER ->
          "%s came back, and whoever sends for us says that we may not: %s. Ask them what must be mended."
              .formatted(fault.letter(), fault.words());
      case CUSTOMERS ->
          "Letters to %d customers came back within a day, the last one %s: %s. The next ones would too. Ask whoever runs our mail server or our domain what must be mended (regards doctor looks at SPF, DKIM and DMARC)."
              .formatted(ENOUGH, fault.letter(), fault.words());
      case DOMAINS ->
          "Letters to %d mail domains came back within a day, the last one %s: %s. The next ones would too. Ask whoever runs our mail server what must be mended."
              .formatted(ENOUGH, fault.letter(), fault.words());
    };
  }
}
