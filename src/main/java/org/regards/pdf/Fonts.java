package org.regards.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regards.pdf.FontFamily.OwnFont;

/**
 * The fonts letters are set in: the user's own family or Liberation, which comes with the program,
 * and all fonts of the user's for characters that those lack, tried in the order of their file
 * names. Loads every font once; make one and share it. Safe for all threads.
 */
public final class Fonts {
  private static final int REGULAR = 400;
  private static final int BOLD = 700;
  private static final List<String> OTHER_KINDS =
      List.of(".otf", ".ttc", ".otc", ".woff", ".woff2");

  private final Map<Typeface, List<FontFace>> chains = new EnumMap<>(Typeface.class);
  private final FontSubsets subsets = new FontSubsets();
  private final String place;

  private Fonts(Map<Typeface, FontFace> chosen, List<OwnFont> own, String place) {
    this.place = place;
    Map<String, FontFace> builtIn = new LinkedHashMap<>();
    for (Typeface typeface : Typeface.values()) {
      builtIn.computeIfAbsent(typeface.resource(), Fonts::readBuiltIn);
    }
    for (Typeface typeface : Typeface.values()) {
      FontFace usual = Objects.requireNonNull(builtIn.get(typeface.resource()));
      Set<FontFace> chain = new LinkedHashSet<>();
      chain.add(chosen.getOrDefault(typeface, usual));
      chain.add(usual);
      chain.addAll(builtIn.values());
      own.stream()
          .sorted(Comparator.comparingInt(font -> difference(typeface, font.names())))
          .forEach(font -> chain.add(font.face()));
      chains.put(typeface, List.copyOf(chain));
    }
  }

  /** How unlike a font looks: a name in a letter is not to stand out in bold. */
  private static int difference(Typeface typeface, FontNames names) {
    boolean bold = typeface == Typeface.SERIF_BOLD || typeface == Typeface.HEADING_BOLD;
    boolean italic = typeface == Typeface.SERIF_ITALIC;
    return Math.abs(names.weight() - (bold ? BOLD : REGULAR)) + (names.italic() == italic ? 0 : 50);
  }

  /** The fonts that come with the program. */
  public static Fonts builtIn() {
    return new Fonts(Map.of(), List.of(), "the folder fonts");
  }

  /** The same, and all {@code .ttf} files of a folder after them. */
  public static Fonts withFolder(Path folder) {
    return withFolder(folder, FontChoice.builtIn());
  }

  /**
   * The families that were chosen, then the fonts that come with the program, then all {@code .ttf}
   * files of a folder; files with another ending are passed over. A folder that does not exist
   * holds none.
   *
   * @throws UnusableFontException when a {@code .ttf} file is not a TrueType font or cannot be read
   * @throws UnknownFontFamilyException when a chosen family is not in the folder
   */
  public static Fonts withFolder(Path folder, FontChoice choice) {
    List<OwnFont> own = own(folder);
    Map<Typeface, FontFace> chosen = new EnumMap<>(Typeface.class);
    if (!choice.body().isEmpty()) {
      FontFamily body = FontFamily.of(choice.body(), folder, own);
      chosen.put(Typeface.SERIF, body.regular());
      chosen.put(Typeface.SERIF_BOLD, body.bold());
      chosen.put(Typeface.SERIF_ITALIC, body.italic());
      chosen.put(Typeface.HEADING, body.regular());
      chosen.put(Typeface.HEADING_BOLD, body.bold());
    }
    if (!choice.heading().isEmpty()) {
      FontFamily heading = FontFamily.of(choice.heading(), folder, own);
      chosen.put(Typeface.HEADING, heading.regular());
      chosen.put(Typeface.HEADING_BOLD, heading.boldIfThere().orElseGet(heading::regular));
    }
    return new Fonts(chosen, own, place(folder));
  }

  private static List<OwnFont> own(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Fonts::isFont).sorted().map(Fonts::readOwn).toList();
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
    List<FontFace> chain = chains.get(typeface);
    return chain == null ? List.of() : chain;
  }

  /** Whoever put a font of another kind there wonders why it does not help. */
  private static String place(Path folder) {
    if (!Files.isDirectory(folder)) {
      return "the folder " + folder;
    }
    try (Stream<Path> files = Files.list(folder)) {
      String unused =
          files
              .map(file -> file.getFileName().toString())
              .filter(
                  name -> OTHER_KINDS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
              .sorted()
              .limit(3)
              .collect(Collectors.joining(", "));
      return "the folder "
          + folder
          + (unused.isEmpty() ? "" : " (" + unused + " cannot be used: only .ttf files can)");
    } catch (IOException e) {
      throw new UnusableFontException(folder.toString(), "the folder cannot be listed", e);
    }
  }

  private static boolean isFont(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttf");
  }

  private static OwnFont readOwn(Path file) {
    try {
      String name = file.toString();
      byte[] program = Files.readAllBytes(file);
      return new OwnFont(name, FontFace.read(name, program), FontNames.of(name, program));
    } catch (IOException e) {
      throw new UnusableFontException(file.toString(), "it cannot be read", e);
    }
  }

  private static FontFace readBuiltIn(String resource) {
    try (InputStream stream = Fonts.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return FontFace.read(resource, stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
