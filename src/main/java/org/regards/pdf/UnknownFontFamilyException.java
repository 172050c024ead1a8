package org.regards.pdf;

import java.nio.file.Path;
import java.util.SortedSet;
import org.regards.language.RegardsException;

/** The family that letters are to be set in is not in the font folder, or not all of it. */
public final class UnknownFontFamilyException extends RegardsException {
  private UnknownFontFamilyException(String message) {
    super(message);
  }

  static UnknownFontFamilyException none(String family, Path folder, SortedSet<String> there) {
    return new UnknownFontFamilyException(
        "no font in the folder %s is of the family \"%s\"; put its .ttf files there, or name one that is there: %s"
            .formatted(folder, family, there.isEmpty() ? "none is" : String.join(", ", there)));
  }

  static UnknownFontFamilyException without(String missing, String family, Path folder) {
    return new UnknownFontFamilyException(
        "the folder %s has no %s font of the family \"%s\", which letters need; put its .ttf file there, or choose another family"
            .formatted(folder, missing, family));
  }
}
