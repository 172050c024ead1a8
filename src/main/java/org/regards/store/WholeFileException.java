package org.regards.store;

import java.nio.file.Path;
import org.regards.language.RegardsException;

/** A file could not be written; nothing of it is left and what was there before is unharmed. */
public final class WholeFileException extends RegardsException {
  private final Path file;

  WholeFileException(Path file, String reason, Throwable cause) {
    super("The file %s could not be written: %s.".formatted(file, reason), cause);
    this.file = file;
  }

  public Path file() {
    return file;
  }
}
