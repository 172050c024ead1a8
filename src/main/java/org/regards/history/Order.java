package org.regards.history;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;

/**
 * One entry of the order book.
 *
 * @param description what was ordered, in the business's words; may be empty
 * @param refersTo the order that a refund or credit belongs to, or null
 */
public record Order(
    OrderId id,
    CustomerId customer,
    LocalDate date,
    OrderKind kind,
    Money amount,
    String description,
    @Nullable OrderId refersTo) {}
