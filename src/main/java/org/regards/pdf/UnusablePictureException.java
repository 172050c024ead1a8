package org.regards.pdf;

import java.nio.file.Path;
import org.regards.language.RegardsException;

/** A picture of the stationery cannot be printed. */
public final class UnusablePictureException extends RegardsException {
  /**
   * @param what for example {@code logo}
   * @param remedy what helps
   */
  UnusablePictureException(String what, Path file, String reason, String remedy) {
    super(message(what, file, reason, remedy));
  }

  UnusablePictureException(String what, Path file, String reason, String remedy, Throwable cause) {
    super(message(what, file, reason, remedy), cause);
  }

  private static String message(String what, Path file, String reason, String remedy) {
    return "the %s %s cannot be printed: %s; %s".formatted(what, file, reason, remedy);
  }
}
