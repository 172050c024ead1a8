import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Makes {@code target/regards}: the program with a Java runtime of its own and, where the JDK can, an AOT cache.
 *
 * <p>Run by the build with the JDK that compiled the program, from the project folder: {@code AppImage <version>
 * <runtime class path>}. Does nothing when neither the inputs nor this file have changed.
 */
final class AppImage {
  private static final Path TARGET = Path.of("target");
  private static final Path WORK = TARGET.resolve("app-image");
  private static final Path TEMPLATES = Path.of("templates");
  private static final Path REHEARSAL = Path.of("src", "build", "rehearsal.txt");
  private static final Path THIS_FILE = Path.of("src", "build", "AppImage.java");
  private static final String NAME = "regards";

  private static final List<String> MODULES =
      List.of(
          "java.base",
          "java.desktop", // OpenPDF draws with java.awt
          "java.logging", // Jakarta Mail and Flyway
          "java.management", // HikariCP, Logback
          "java.naming", // HikariCP, PostgreSQL
          "java.net.http", // OAuth2 tokens
          "java.security.jgss", // PostgreSQL
          "java.security.sasl", // Jakarta Mail
          "java.sql",
          "java.xml",
          "jdk.charsets", // mail that arrives in a charset of its country
          "jdk.crypto.ec", // TLS; empty since JDK 22
          "jdk.unsupported", // sun.misc.Unsafe in libraries
          "jdk.zipfs"); // Flyway and templates read from jars

  private final String version;
  private final List<Path> jars;

  private AppImage(String version, List<Path> jars) {
    this.version = version;
    this.jars = jars;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    List<Path> jars = new ArrayList<>();
    for (String entry : args[1].split(File.pathSeparator)) {
      Path path = Path.of(entry);
      jars.add(Files.isDirectory(path) ? TARGET.resolve(NAME + ".jar") : path);
    }
    new AppImage(args[0].replace("-SNAPSHOT", ""), jars).make();
  }

  private void make() throws IOException, InterruptedException {
    Path made = WORK.resolve("made.txt");
    String fingerprint = fingerprint();
    if (Files.exists(made) && Files.readString(made).equals(fingerprint) && Files.exists(TARGET.resolve(NAME))) {
      return;
    }
    Files.createDirectories(WORK);
    Files.deleteIfExists(made);
    Path runtime = runtime();
    Path image = image(runtime, input());
    if (canCache()) {
      cache(image);
    }
    Files.writeString(made, fingerprint);
  }

  /** All that decides how the image comes out. */
  private String fingerprint() throws IOException {
    StringBuilder text = new StringBuilder(Runtime.version() + " " + System.getProperty("java.home") + "\n");
    for (Path file : List.of(THIS_FILE, REHEARSAL, jars.getFirst())) {
      text.append(file).append(' ').append(checksum(file)).append('\n');
    }
    for (Path file : files(TEMPLATES)) {
      text.append(file).append(' ').append(checksum(file)).append('\n');
    }
    for (Path jar : jars.subList(1, jars.size())) {
      text.append(jar.getFileName()).append(' ').append(Files.getLastModifiedTime(jar)).append('\n');
    }
    return text.toString();
  }

  private static Path runtime() throws IOException {
    String modules = String.join(",", MODULES);
    Path runtime = WORK.resolve("runtime");
    Path made = WORK.resolve("runtime.txt");
    String fingerprint = Runtime.version() + " " + System.getProperty("java.home") + "\n" + modules;
    if (Files.exists(made) && Files.readString(made).equals(fingerprint)) {
      return runtime;
    }
    Files.deleteIfExists(made);
    delete(runtime);
    run("jlink", "--add-modules", modules, "--no-header-files", "--no-man-pages", "--output", runtime.toString());
    Files.writeString(made, fingerprint);
    return runtime;
  }

  /** The jars and templates as they lie beside each other in the image. */
  private Path input() throws IOException {
    Path input = WORK.resolve("input");
    delete(input);
    Files.createDirectories(input);
    for (Path jar : jars) {
      Files.copy(jar, input.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
    }
    for (Path file : files(TEMPLATES)) {
      Path copy = input.resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
    }
    return input;
  }

  private Path image(Path runtime, Path input) throws IOException {
    delete(TARGET.resolve(NAME));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--type", "app-image",
                "--name", NAME,
                "--app-version", version,
                "--dest", TARGET.toString(),
                "--runtime-image", runtime.toString(),
                "--input", input.toString(),
                "--main-jar", jars.getFirst().getFileName().toString(),
                "--main-class", "org.regards.Main"));
    for (String option : javaOptions("$APPDIR")) {
      arguments.addAll(List.of("--java-options", option));
    }
    if (canCache()) {
      for (String option : cacheOptions("$APPDIR")) {
        arguments.addAll(List.of("--java-options", option));
      }
    }
    run("jpackage", arguments.toArray(String[]::new));
    return TARGET.resolve(NAME);
  }

  private static List<String> javaOptions(String appDirectory) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Dregards.home=" + appDirectory,
                "-Djava.awt.headless=true",
                // a terminal without a locale would show each é as a question mark
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-XX:+UseSerialGC",
                // no file in /tmp for each run
                "-XX:-UsePerfData",
                // sqlite-jdbc loads its library
                "--enable-native-access=ALL-UNNAMED"));
    return options;
  }

  private static List<String> cacheOptions(String appDirectory) {
    return List.of(
        "-XX:AOTCache=" + Path.of(appDirectory, "regards.aot"),
        // a cache that does not fit (a jar was touched in copying) costs time, and is no news to the user
        "-Xlog:aot=off",
        "-Xlog:cds=off");
  }

  /** The single-step cache of JEP 514. */
  private static boolean canCache() {
    return Runtime.version().feature() >= 25;
  }

  private static void cache(Path image) throws IOException, InterruptedException {
    Path configuration = find(image, NAME + ".cfg");
    Path appDirectory = configuration.getParent().toAbsolutePath();
    String classPath =
        String.join(
            File.pathSeparator,
            Files.readAllLines(configuration).stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", appDirectory.toString()))
                .toList());
    Path folder = WORK.resolve("rehearsal");
    delete(folder);
    Files.createDirectories(folder);
    List<String> command = new ArrayList<>();
    command.add(find(image, "java").toAbsolutePath().toString());
    command.addAll(javaOptions(appDirectory.toString()));
    command.addAll(
        List.of(
            "-XX:AOTCacheOutput=" + appDirectory.resolve("regards.aot"),
            "-cp", classPath,
            "org.regards.Rehearsal", REHEARSAL.toAbsolutePath().toString()));
    Path log = WORK.resolve("rehearsal.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the rehearsal for the AOT cache failed:\n" + Files.readString(log));
    }
  }

  private static Path find(Path folder, String name) throws IOException {
    return files(folder).stream()
        .filter(file -> file.getFileName().toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name + " in " + folder));
  }

  private static void run(String tool, String... arguments) {
    int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, arguments);
    if (exitCode != 0) {
      throw new IllegalStateException(tool + " ended with " + exitCode);
    }
  }

  private static long checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(file));
    return checksum.getValue();
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
