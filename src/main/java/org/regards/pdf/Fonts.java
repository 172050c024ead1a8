package org.regards.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fonts letters are set in: Liberation, which comes with the program, and the user's own for
 * characters that Liberation lacks, tried in the order of their file names. Loads every font once;
 * make one and share it. Safe for all threads.
 */
public final class Fonts {
  private final Map<Typeface, List<FontFace>> chains = new EnumMap<>(Typeface.class);
  private final FontSubsets subsets = new FontSubsets();
  private final String place;

  private Fonts(List<FontFace> own, String place) {
    this.place = place;
    Map<Typeface, FontFace> builtIn = new EnumMap<>(Typeface.class);
    for (Typeface typeface : Typeface.values()) {
      builtIn.put(typeface, readBuiltIn(typeface));
    }
    builtIn.forEach(
        (typeface, face) -> {
          List<FontFace> chain = new ArrayList<>();
          chain.add(face);
          builtIn.values().stream().filter(other -> other != face).forEach(chain::add);
          chain.addAll(own);
          chains.put(typeface, List.copyOf(chain));
        });
  }

  /** The fonts that come with the program. */
  public static Fonts builtIn() {
    return new Fonts(List.of(), "the folder fonts");
  }

  /**
   * The fonts that come with the program, and all {@code .ttf} files of a folder after them; files
   * with another ending are passed over. A folder that does not exist holds none.
   *
   * @throws UnusableFontException when a {@code .ttf} file is not a TrueType font or cannot be read
   */
  public static Fonts withFolder(Path folder) {
    String place = "the folder " + folder;
    if (!Files.isDirectory(folder)) {
      return new Fonts(List.of(), place);
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new Fonts(files.filter(Fonts::isFont).sorted().map(Fonts::readOwn).toList(), place);
    } catch (IOException e) {
      throw new UnusableFontException(folder.toString(), "the folder cannot be listed", e);
    }
  }

  /** The first font of the chain that has the character. */
  Optional<FontFace> face(Typeface typeface, int codePoint) {
    for (FontFace face : chain(typeface)) {
      if (face.has(codePoint)) {
        return Optional.of(face);
      }
    }
    return Optional.empty();
  }

  /** The first font of the chain that has all that is to be drawn of a character with its marks. */
  Optional<FontFace> face(Typeface typeface, String cluster) {
    for (FontFace face : chain(typeface)) {
      if (face.covers(cluster)) {
        return Optional.of(face);
      }
    }
    return Optional.empty();
  }

  /** Where the user can put a font, in words. */
  String place() {
    return place;
  }

  FontFace first(Typeface typeface) {
    return chain(typeface).getFirst();
  }

  FontSubsets subsets() {
    return subsets;
  }

  private List<FontFace> chain(Typeface typeface) {
    return chains.getOrDefault(typeface, List.of());
  }

  private static boolean isFont(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttf");
  }

  private static FontFace readOwn(Path file) {
    try {
      return FontFace.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UnusableFontException(file.toString(), "it cannot be read", e);
    }
  }

  private static FontFace readBuiltIn(Typeface typeface) {
    try (InputStream stream = Fonts.class.getResourceAsStream(typeface.resource())) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + typeface.resource());
      }
      return FontFace.read(typeface.resource(), stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
