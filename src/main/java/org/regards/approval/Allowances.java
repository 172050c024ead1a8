package org.regards.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.joda.money.Money;
import org.regards.customer.StaffId;
import org.regards.letter.LetterAuthors;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;

/**
 * What people have allowed letters beforehand, as read at one moment.
 *
 * @param authors who had a hand in which letter
 */
record Allowances(
    List<PolicyException> ledger, Set<LetterId> handedOver, Map<LetterId, Set<StaffId>> authors) {
  static Allowances read(Handle handle, Collection<StoredLetter> letters) {
    if (letters.isEmpty()) {
      return new Allowances(List.of(), Set.of(), Map.of());
    }
    Map<LetterId, HandOver> over =
        new HandOverDao(handle).last(letters.stream().map(StoredLetter::id).toList());
    return new Allowances(
        new ExceptionDao(handle)
                .of(
                    letters.stream()
                        .map(letter -> letter.letter().head().recipient().customer())
                        .toList())
                .values()
                .stream()
                .flatMap(List::stream)
                .toList(),
        letters.stream()
            .filter(
                letter ->
                    Optional.ofNullable(over.get(letter.id()))
                        .filter(
                            hand -> hand.to().equals(letter.letter().head().signatory().staff()))
                        .isPresent())
            .map(StoredLetter::id)
            .collect(Collectors.toSet()),
        LetterAuthors.of(handle, letters.stream().map(StoredLetter::id).toList()));
  }

  /** Whether one exception of the letter covers each of the amounts. */
  boolean cover(LetterId letter, List<Money> offers) {
    return !offers.isEmpty()
        && ledger.stream()
            .filter(line -> line.letter().equals(letter))
            .anyMatch(line -> offers.stream().allMatch(line::covers));
  }
}
