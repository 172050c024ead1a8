import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats all Java sources with google-java-format ({@code Format apply}), or fails naming those
 * that are not ({@code Format check}).
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws IOException {
    List<Path> sources;
    try (Stream<Path> paths = Files.walk(Path.of("src"))) {
      sources = paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
    boolean apply = args[0].equals("apply");
    List<Path> unformatted = sources.parallelStream().filter(path -> differs(path, apply)).toList();
    unformatted.forEach(
        path -> System.err.println((apply ? "formatted " : "not formatted: ") + path));
    if (!apply && !unformatted.isEmpty()) {
      System.err.println("Run 'mvn -q -Pformat' to format everything.");
      System.exit(1);
    }
  }

  private static boolean differs(Path path, boolean apply) {
    try {
      String source = Files.readString(path);
      String formatted = new Formatter().formatSourceAndFixImports(source);
      if (apply && !formatted.equals(source)) {
        Files.writeString(path, formatted);
      }
      return !formatted.equals(source);
    } catch (FormatterException e) {
      throw new IllegalStateException(path + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
