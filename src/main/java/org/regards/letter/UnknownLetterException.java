package org.regards.letter;

import java.util.List;
import java.util.stream.Collectors;
import org.regards.language.RegardsException;

/** A letter was named that the store does not have. */
public final class UnknownLetterException extends RegardsException {
  UnknownLetterException(LetterId letter, List<LetterId> latest) {
    super(
        latest.isEmpty()
            ? "There is no letter %s, nor any other in this store. Write one with regards compose."
                .formatted(letter)
            : "There is no letter %s. The latest are %s."
                .formatted(
                    letter,
                    latest.stream().map(LetterId::toString).collect(Collectors.joining(", "))));
  }
}
