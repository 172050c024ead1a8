package org.regards.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.regards.language.RegardsException;

/** The file of a plan. */
final class PlaybookFile {
  private PlaybookFile() {}

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException absent) {
      throw new UnreadablePlaybookException(file, "there is no such file");
    } catch (CharacterCodingException notText) {
      throw new UnreadablePlaybookException(file, "it is not UTF-8 text; save it as UTF-8");
    } catch (IOException failure) {
      throw new UnreadablePlaybookException(file, "it cannot be read; name a file you may read");
    }
  }

  /** The file itself is not there or no text. */
  static final class UnreadablePlaybookException extends RegardsException {
    private UnreadablePlaybookException(Path file, String reason) {
      super("%s: %s".formatted(file, reason));
    }
  }
}
