package org.regards.outbox;

import org.regards.language.RegardsException;
import org.regards.letter.LetterId;

/** Another program has begun the same delivery since: this attempt ends before its final dot. */
final class TakenOverException extends RegardsException {
  TakenOverException(LetterId letter) {
    super("%s is being sent by another program.".formatted(letter));
  }
}
