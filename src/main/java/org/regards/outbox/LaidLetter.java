package org.regards.outbox;

import org.regards.letter.StoredLetter;
import org.regards.pdf.Laid;

/** A letter of the queue when it comes to printing. */
sealed interface LaidLetter {
  /** Its pages are ready. */
  record Ready(StoredLetter letter, Laid.Pages pages, String digest) implements LaidLetter {}

  /** It stays in the queue. */
  record Out(LeftOut why) implements LaidLetter {}
}
