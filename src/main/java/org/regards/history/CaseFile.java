package org.regards.history;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;

/**
 * One matter that a customer brought to us: what is asked, why, and what became of it.
 *
 * @param order what it is about, or null when about none
 * @param about our own note of the matter; not written for the customer's eyes
 * @param asked what the customer asks for, in the customer's language, as a noun phrase
 * @param policy the policy it falls under, or null when none was named
 * @param resolved the day it was settled, or null while it is not
 */
public record CaseFile(
    CaseId id,
    CustomerId customer,
    LocalDate opened,
    @Nullable OrderId order,
    String about,
    String asked,
    @Nullable Money askedAmount,
    @Nullable PolicyId policy,
    Fault fault,
    CaseState state,
    @Nullable Money grantedAmount,
    @Nullable LocalDate resolved) {

  /** Whether the customer still waits for an end: open, offered or refused. */
  public boolean isPending() {
    return switch (state) {
      case OPEN, OFFERED, REFUSED -> true;
      case UPHELD, REJECTED, CLOSED -> false;
    };
  }

  /** The case as it stood at the end of {@code day}: settled later means open then. */
  public CaseFile asOf(LocalDate day) {
    return resolved == null || !resolved.isAfter(day)
        ? this
        : new CaseFile(
            id,
            customer,
            opened,
            order,
            about,
            asked,
            askedAmount,
            policy,
            fault,
            CaseState.OPEN,
            null,
            null);
  }

  /**
   * The case after what a person here decided of it last: closed unless it is settled already, or
   * open again although an import says that it is closed.
   */
  CaseFile after(@Nullable CaseEvent event) {
    if (event == null) {
      return this;
    }
    return switch (event.kind()) {
      case CLOSED -> isPending() ? in(CaseState.CLOSED, event.day()) : this;
      case REOPENED -> state == CaseState.CLOSED ? in(CaseState.OPEN, null) : this;
    };
  }

  private CaseFile in(CaseState other, @Nullable LocalDate end) {
    return new CaseFile(
        id,
        customer,
        opened,
        order,
        about,
        asked,
        askedAmount,
        policy,
        fault,
        other,
        grantedAmount,
        end);
  }
}
