package org.regards.cli;

import java.nio.file.Path;
import org.regards.language.RegardsException;

/** The folder that a demonstration was to be put into holds something else. */
public final class DemoFolderException extends RegardsException {
  DemoFolderException(Path folder, Path found) {
    super(
        "%s holds letters or a store that no demonstration made, such as %s. Name another folder with --out FOLDER."
            .formatted(folder, found));
  }
}
