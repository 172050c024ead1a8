package org.regards.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.regards.language.RegardsException;

/** The folder of {@code regards bench --out} does not take what was measured. */
public final class BenchFolderException extends RegardsException {
  BenchFolderException(Path folder, IOException cause) {
    super(
        "The files that were measured cannot be kept in %s: %s; name a folder that can be written, or leave --out away."
            .formatted(folder, cause.getMessage()),
        cause);
  }
}
