package org.regards.outbox;

import java.io.IOException;
import java.nio.file.Path;
import org.regards.language.RegardsException;
import org.regards.store.WholeFile;

/** What was sent cannot be witnessed outside of the store; nothing is sent without. */
public final class WitnessException extends RegardsException {
  WitnessException(Path file, IOException failure) {
    super(
        "The file %s cannot be read and written (%s). It is how a restored backup of the store is told from the store itself, so nothing is sent without it. Allow reading and writing there, or make room, then send again; all letters wait."
            .formatted(file, WholeFile.reason(failure)),
        failure);
  }
}
