package org.regards.pdf;

import org.regards.language.RegardsException;

/** A font file or the font folder cannot be used. */
public final class UnusableFontException extends RegardsException {
  UnusableFontException(String file, String reason) {
    super(
        "the font "
            + file
            + " cannot be used: "
            + reason
            + "; use a TrueType font (.ttf) or take the file out of the font folder");
  }

  UnusableFontException(String file, String reason, Throwable cause) {
    super(
        "the font "
            + file
            + " cannot be used: "
            + reason
            + "; use a TrueType font (.ttf) or take the file out of the font folder",
        cause);
  }
}
