package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.CustomerStatus;
import org.regards.hold.Hold;
import org.regards.hold.HoldDao;
import org.regards.hold.HoldId;
import org.regards.hold.Undecided;
import org.regards.hold.UndecidedDao;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.outcome.AnswerDao;
import org.regards.task.TaskId;

/**
 * What stops a letter from leaving, by whatever channel; asked in the transaction that would let it
 * go.
 */
final class Gate {
  private Gate() {}

  /** Why nothing must go there; empty when something may. */
  static Optional<String> closed(Handle handle, Addressee addressee, Instant now) {
    return Optional.ofNullable(closed(handle, List.of(addressee), now).get(addressee));
  }

  /** Why letters to some of these must not leave; those that may are not in it. */
  static Map<Addressee, String> closed(
      Handle handle, Collection<Addressee> addressees, Instant now) {
    Map<CustomerId, Customer> customers =
        new CustomerDao(handle)
            .find(addressees.stream().map(Addressee::customer).distinct().toList()).stream()
                .collect(Collectors.toMap(Customer::id, customer -> customer));
    Map<CustomerId, List<ReturnedPost>> returned =
        new ReturnDao(handle)
            .of(addressees.stream().filter(Gate::isPaper).map(Addressee::customer).toList());
    Map<String, BadAddress> bounced =
        new BouncedAddressDao(handle)
            .of(
                addressees.stream()
                    .filter(addressee -> !isPaper(addressee))
                    .map(Addressee::email)
                    .toList());
    Map<CustomerId, List<Hold>> holds =
        new HoldDao(handle).standing(addressees.stream().map(Addressee::customer).toList(), now);
    Map<CustomerId, List<Undecided>> undecided =
        new UndecidedDao(handle).of(addressees.stream().map(Addressee::customer).toList());
    Map<Long, Set<TaskId>> decided =
        new UndecidedDao(handle).passes(numbers(addressees, undecided.keySet()));
    Map<Long, Set<HoldId>> passes = passes(handle, addressees, holds.keySet());
    Set<Long> unwanted =
        new AnswerDao(handle)
            .unwanted(
                addressees.stream()
                    .map(Addressee::letter)
                    .filter(Objects::nonNull)
                    .map(LetterId::number)
                    .toList());
    Map<Addressee, String> reasons = new HashMap<>();
    for (Addressee addressee : addressees) {
      Customer customer = customers.get(addressee.customer());
      if (customer != null && customer.status() == CustomerStatus.DO_NOT_CONTACT) {
        reasons.put(addressee, doNotContact(customer));
        continue;
      }
      Optional<Hold> stopping =
          holds.getOrDefault(addressee.customer(), List.of()).stream()
              .filter(hold -> isStopped(addressee, hold, passes, now))
              .findFirst();
      if (stopping.isPresent()) {
        reasons.put(addressee, withPass(stopping.get().message(), addressee));
        continue;
      }
      Optional<Undecided> threat =
          undecided.getOrDefault(addressee.customer(), List.of()).stream()
              .filter(one -> !isPassed(addressee, one, decided))
              .findFirst();
      if (threat.isPresent()) {
        reasons.put(addressee, withPass(threat.get().message(), addressee));
      } else if (addressee.letter() != null && unwanted.contains(addressee.letter().number())) {
        reasons.put(addressee, invited(addressee));
      } else if (isPaper(addressee)) {
        returned.getOrDefault(addressee.customer(), List.of()).stream()
            .filter(post -> post.wentTo(addressee.address()))
            .findFirst()
            .ifPresent(post -> reasons.put(addressee, cameBack(addressee, post)));
      } else {
        BadAddress bad = bounced.get(BadAddress.key(addressee.email()));
        if (bad != null) {
          reasons.put(addressee, bad.message(addressee.customer()));
        }
      }
    }
    return reasons;
  }

  /** Of those letters only that some hold stops: mostly there are none. */
  private static Map<Long, Set<HoldId>> passes(
      Handle handle, Collection<Addressee> addressees, Set<CustomerId> held) {
    return new HoldDao(handle).passes(numbers(addressees, held));
  }

  private static List<Long> numbers(Collection<Addressee> addressees, Set<CustomerId> stopped) {
    return addressees.stream()
        .filter(addressee -> stopped.contains(addressee.customer()))
        .map(Addressee::letter)
        .filter(Objects::nonNull)
        .map(LetterId::number)
        .toList();
  }

  private static boolean isPassed(
      Addressee addressee, Undecided threat, Map<Long, Set<TaskId>> decided) {
    LetterId letter = addressee.letter();
    return letter != null
        && decided.getOrDefault(letter.number(), Set.of()).contains(threat.task());
  }

  private static boolean isStopped(
      Addressee addressee, Hold hold, Map<Long, Set<HoldId>> passes, Instant now) {
    LetterId letter = addressee.letter();
    if (letter == null) {
      return true;
    }
    return hold.stops(letter.number(), now)
        && !passes.getOrDefault(letter.number(), Set.of()).contains(hold.id());
  }

  private static String withPass(String message, Addressee addressee) {
    LetterId letter = addressee.letter();
    return letter == null
        ? message
        : "%s What the law wants may go with a person's word: regards let-pass %s"
            .formatted(message, letter);
  }

  private static boolean isPaper(Addressee addressee) {
    return addressee.channel() == LetterChannel.PRINT;
  }

  private static String doNotContact(Customer customer) {
    return "%s asked not to be written to (customer/%s.status is %s); no letter leaves by any channel."
        .formatted(customer.id(), customer.id(), customer.status().word());
  }

  private static String invited(Addressee addressee) {
    return "%s does not want to be invited again (regards answer %s)."
        .formatted(addressee.customer(), addressee.customer());
  }

  private static String cameBack(Addressee addressee, ReturnedPost post) {
    return "%s came back from this address of %s on %s: %s. Correct the address (customer/%s) and compose the letter again, or compose it with --channel email."
        .formatted(
            post.letter(),
            addressee.customer(),
            Words.day(post.on()),
            post.reason().words(),
            addressee.customer());
  }
}
