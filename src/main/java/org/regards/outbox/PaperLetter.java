package org.regards.outbox;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.letter.LetterType;

/**
 * A letter as far as the queue looks at it.
 *
 * @param delivery how far it has come on paper, or null when it has not begun to
 * @param run the run that holds it, or null
 * @param changedOn the day on which the delivery came so far, or null
 * @param waits whether it is in the queue
 */
record PaperLetter(
    LetterId id,
    LetterType type,
    LetterState state,
    Addressee addressee,
    @Nullable DeliveryState delivery,
    @Nullable RunId run,
    @Nullable LocalDate changedOn,
    boolean waits) {}
