package org.regards.outbox;

import java.time.LocalDate;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterId;

/** A letter that the post brought back. */
public record Returned(LetterId letter, CustomerId customer, ReturnReason reason, LocalDate on) {}
