package org.regards.pdf;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The fonts of one family in the user's folder. */
final class FontFamily {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;
  private static final int LEAST_BOLD = 600;

  private final String name;
  private final Path folder;
  private final List<OwnFont> members;

  /**
   * A font of the user's.
   *
   * @param file as messages name it
   */
  record OwnFont(String file, FontFace face, FontNames names) {}

  private FontFamily(String name, Path folder, List<OwnFont> members) {
    this.name = name;
    this.folder = folder;
    this.members = members;
  }

  /**
   * Picks a family out of all fonts of the folder.
   *
   * @throws UnknownFontFamilyException when there is none of that name
   * @throws UnusableFontException when a font of it may not be embedded
   */
  static FontFamily of(String name, Path folder, List<OwnFont> fonts) {
    List<OwnFont> members =
        fonts.stream()
            .filter(font -> font.names().families().stream().anyMatch(name::equalsIgnoreCase))
            .toList();
    if (members.isEmpty()) {
      SortedSet<String> there = new TreeSet<>();
      fonts.forEach(font -> there.addAll(font.names().families()));
      throw UnknownFontFamilyException.none(name, folder, there);
    }
    members.stream()
        .filter(font -> !font.names().embeddable())
        .findFirst()
        .ifPresent(
            font -> {
              throw new UnusableFontException(
                  font.file(), "its licence does not let it be embedded in a PDF");
            });
    return new FontFamily(name, folder, members);
  }

  FontFace regular() {
    return nearest(REGULAR, font -> !font.italic())
        .orElseThrow(() -> UnknownFontFamilyException.without("upright", name, folder));
  }

  FontFace bold() {
    return boldIfThere()
        .orElseThrow(() -> UnknownFontFamilyException.without("bold", name, folder));
  }

  Optional<FontFace> boldIfThere() {
    return nearest(BOLD, font -> !font.italic() && font.weight() >= LEAST_BOLD);
  }

  FontFace italic() {
    return nearest(REGULAR, FontNames::italic)
        .orElseThrow(() -> UnknownFontFamilyException.without("italic", name, folder));
  }

  private Optional<FontFace> nearest(int weight, Predicate<FontNames> wanted) {
    return members.stream()
        .filter(font -> wanted.test(font.names()))
        .min(Comparator.comparingInt(font -> Math.abs(font.names().weight() - weight)))
        .map(OwnFont::face);
  }
}
