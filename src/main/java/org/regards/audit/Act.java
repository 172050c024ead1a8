package org.regards.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody did. */
public enum Act {
  READ,
  COMPOSED,
  EDITED,
  CANCELLED,
  APPROVED,
  /** A person read a letter and said no to it. */
  DECLINED,
  /** An approval no longer counts. */
  VOIDED,
  /** Counsel gave or refused their word. */
  ADVISED,
  QUEUED,
  SENT,
  PRINTED,
  HELD,
  LIFTED,
  /** Let one letter go in spite of a hold. */
  LET_PASS,
  /** A person said what a contact is or is not. */
  JUDGED,
  ADOPTED,
  TRAINED,
  OPENED,
  DONE,
  RECORDED,
  EXPORTED,
  ERASED;

  /** The word that the store holds, for example {@code let-pass}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Act> of(String word) {
    return Arrays.stream(values()).filter(act -> act.word().equals(word)).findFirst();
  }
}
