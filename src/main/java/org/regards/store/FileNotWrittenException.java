package org.regards.store;

import java.nio.file.Path;
import org.regards.language.RegardsException;

/** A file could not be written; what stood there before is untouched. */
public final class FileNotWrittenException extends RegardsException {
  FileNotWrittenException(Path file, String reason, Throwable cause) {
    super(file + " was not written: " + reason, cause);
  }
}
