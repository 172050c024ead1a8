import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Makes {@code target/regards}: the program with a Java runtime of its own and, where the JDK can,
 * an AOT cache. Run from the project folder by the JDK that compiled the program: {@code AppImage
 * <runtime class path>}.
 *
 * <p>What has not changed since the last time is kept.
 */
final class AppImage {
  private static final Path TARGET = Path.of("target");
  private static final Path JAR = TARGET.resolve("regards.jar");
  private static final Path IMAGE = TARGET.resolve("regards");
  private static final Path WORK = TARGET.resolve("app-image");
  private static final Path TEMPLATES = Path.of("templates");
  private static final Path SOURCES = Path.of("src", "build");
  private static final Path REHEARSAL = SOURCES.resolve("rehearsal.txt");

  private static final List<String> MODULES =
      List.of(
          "java.desktop", // OpenPDF draws with java.awt
          "java.logging", // Jakarta Mail
          "java.management", // HikariCP, Logback
          "java.naming", // HikariCP, PostgreSQL
          "java.net.http", // OAuth2 tokens
          "java.security.jgss", // PostgreSQL
          "java.security.sasl", // Jakarta Mail
          "java.sql",
          "java.xml",
          "jdk.charsets", // mail that arrives in a charset of its country
          "jdk.crypto.ec", // TLS; empty since JDK 22
          "jdk.localedata", // without it, texts would differ between the tests and the program
          "jdk.zipfs"); // resources in jars

  private static final List<String> OPTIONS =
      List.of(
          "-Djava.awt.headless=true",
          "-Djdk.console=java.base",
          // a terminal without a locale would show each é as a question mark
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8",
          // enough for a store of any size: runs work in groups
          "-Xmx512m",
          // a heap that grows while the program starts is collected again and again
          "-Xms64m",
          // no file in /tmp for each run
          "-XX:-UsePerfData",
          // sqlite-jdbc loads its library
          "--enable-native-access=ALL-UNNAMED");

  private static final List<String> CACHE_OPTIONS =
      List.of(
          // a cache that no longer fits (a jar was touched) makes a slow start, but no noise
          "-Xlog:aot=off", "-Xlog:cds=off");

  /** Commands that work on many letters or rows; the others are over in a moment. */
  private static final List<String> LONG_COMMANDS =
      List.of("import", "print-run", "bench", "report");

  private static final String FONT = "liberation/LiberationSans-Regular.ttf";

  /**
   * Java shapes text only where it knows some font of the computer, through fontconfig or this
   * file. So a server without any font can print Arabic names, and others need not list all they
   * have.
   */
  private static final String FONT_CONFIGURATION =
      """
      version=1
      sequence.allfonts=latin-1
      filename.Liberation_Sans=$JRE_LIB_FONTS/LiberationSans-Regular.ttf
      """
          + Stream.of("serif", "sansserif", "monospaced", "dialog", "dialoginput")
              .flatMap(
                  family ->
                      Stream.of("plain", "bold", "italic", "bolditalic")
                          .map(style -> family + "." + style + ".latin-1=Liberation Sans\n"))
              .collect(Collectors.joining());

  private final List<Path> jars;

  private AppImage(List<Path> jars) {
    this.jars = jars;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    new AppImage(
            Stream.of(args[0].split(File.pathSeparator))
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? JAR : entry)
                .toList())
        .make();
  }

  private void make() throws IOException, InterruptedException {
    Files.createDirectories(WORK);
    Path runtime = IMAGE.resolve("runtime");
    unlessMade(
        runtime,
        runtimeInputs(),
        () -> {
          link(runtime);
          configureFonts(runtime.resolve("lib"));
        });
    unlessMade(IMAGE.resolve("bin"), inputs(), this::assemble);
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  /** Runs the step, unless its result is there and its inputs are those of the last time. */
  private static void unlessMade(Path result, String inputs, Step step)
      throws IOException, InterruptedException {
    Path made = WORK.resolve(result.getFileName() + ".inputs");
    if (Files.exists(result) && Files.exists(made) && Files.readString(made).equals(inputs)) {
      return;
    }
    Files.deleteIfExists(made);
    step.run();
    Files.writeString(made, inputs);
  }

  private static String runtimeInputs() {
    return System.getProperty("java.home")
        + " "
        + Runtime.version()
        + " "
        + MODULES
        + FONT_CONFIGURATION;
  }

  private String inputs() throws IOException {
    StringBuilder inputs = new StringBuilder(runtimeInputs());
    List<Path> files = new ArrayList<>(List.of(JAR));
    files.addAll(filesIn(SOURCES));
    files.addAll(filesIn(TEMPLATES));
    for (Path file : files) {
      inputs.append('\n').append(file).append(' ').append(checksum(file));
    }
    for (Path jar : jars) {
      inputs.append('\n').append(jar.getFileName());
    }
    return inputs.toString();
  }

  private static void link(Path runtime) throws IOException {
    delete(runtime);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--add-modules",
                String.join(",", MODULES),
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-6",
                "--output",
                runtime.toString()));
    if (!canCache()) {
      arguments.add("--generate-cds-archive");
    }
    int exitCode =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IllegalStateException("this JDK has no jlink"))
            .run(System.out, System.err, arguments.toArray(String[]::new));
    if (exitCode != 0) {
      throw new IllegalStateException("jlink ended with " + exitCode);
    }
  }

  private void configureFonts(Path lib) throws IOException {
    Path font = Files.createDirectories(lib.resolve("fonts")).resolve(Path.of(FONT).getFileName());
    for (Path jar : jars) {
      if (jar.getFileName().toString().startsWith("openpdf-fonts-extra-")) {
        try (FileSystem contents = FileSystems.newFileSystem(jar)) {
          copy(contents.getPath(FONT), font);
        }
      }
    }
    Files.writeString(lib.resolve("fontconfig.properties"), FONT_CONFIGURATION);
  }

  private void assemble() throws IOException, InterruptedException {
    for (String part : List.of("bin", "lib", "templates")) {
      delete(IMAGE.resolve(part));
    }
    Path lib = Files.createDirectories(IMAGE.resolve("lib"));
    for (Path jar : jars) {
      copyJar(jar, lib.resolve(jar.getFileName()));
    }
    for (Path file : filesIn(TEMPLATES)) {
      copy(file, IMAGE.resolve(file));
    }
    unpackSqlite(lib);
    if (canCache()) {
      rehearse();
    }
    writeLauncher();
  }

  private static void copyJar(Path jar, Path copy) throws IOException, InterruptedException {
    if (canCache() && jar.getFileName().toString().startsWith("picocli-")) {
      run(
          WORK,
          List.of(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              SOURCES.resolve("ModernClasses.java").toAbsolutePath().toString(),
              jar.toString(),
              copy.toAbsolutePath().toString()));
    } else {
      copy(jar, copy);
    }
  }

  /** The AOT cache in a single step (JEP 514) came with JDK 25. */
  private static boolean canCache() {
    return Runtime.version().feature() >= 25;
  }

  private void rehearse() throws IOException, InterruptedException {
    Path folder = WORK.resolve("rehearsal");
    delete(folder);
    Files.createDirectories(folder);
    String home = IMAGE.toAbsolutePath().toString();
    List<String> command = new ArrayList<>(List.of(home + "/runtime/bin/java"));
    command.addAll(OPTIONS);
    command.add("-XX:+UseSerialGC"); // as for a short command, which the cache is for
    command.addAll(
        List.of(
            "-Dregards.home=" + home,
            "-XX:AOTCacheOutput=" + home + "/lib/regards.aot",
            "-cp",
            classPath(home),
            "org.regards.Rehearsal",
            REHEARSAL.toAbsolutePath().toString()));
    run(folder, command);
  }

  /** SQLite's library beside the jars: from inside its jar it would be unpacked at every start. */
  private void unpackSqlite(Path lib) throws IOException {
    for (Path jar : jars) {
      if (jar.getFileName().toString().startsWith("sqlite-jdbc-")) {
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
          Path library = inside.getPath("org/sqlite/native", sqlitePlatform(), sqliteLibrary());
          if (Files.exists(library)) {
            copy(library, lib.resolve(sqliteLibrary()));
          }
        }
      }
    }
  }

  private static String sqlitePlatform() {
    String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
    return (isMac() ? "Mac/" : "Linux/") + processor;
  }

  private static String sqliteLibrary() {
    return isMac() ? "libsqlitejdbc.dylib" : "libsqlitejdbc.so";
  }

  private static boolean isMac() {
    return System.getProperty("os.name").startsWith("Mac");
  }

  /** A script, since the launcher that jpackage makes asks dpkg and rpm who owns it: 0.1 s. */
  private void writeLauncher() throws IOException {
    List<String> options = new ArrayList<>(OPTIONS);
    options.add("-Dregards.home=\"$home\"");
    if (Files.exists(IMAGE.resolve("lib").resolve(sqliteLibrary()))) {
      options.add("-Dorg.sqlite.lib.path=\"$home/lib\"");
      options.add("-Dorg.sqlite.lib.name=" + sqliteLibrary());
    }
    if (canCache()) {
      options.add("-XX:AOTCache=\"$home/lib/regards.aot\"");
      options.addAll(CACHE_OPTIONS);
    }
    Path launcher = Files.createDirectories(IMAGE.resolve("bin")).resolve("regards");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        self=$(readlink -f -- "$0")
        home=${self%/bin/*}
        # A letter or two is over before the optimizing compiler and a collector with threads have
        # earned what they cost; a run is not, and all its threads wait while one alone collects.
        short="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
        long=-XX:+UseParallelGC
        machine=$short
        case "$1" in @LONG@) machine=$long ;; esac
        for argument; do case "$argument" in --all|--watch) machine=$long ;; esac; done
        exec "$home/runtime/bin/java" @OPTIONS@ $machine $REGARDS_JAVA_OPTIONS \\
          -cp "@CLASSPATH@" \\
          org.regards.Main "$@"
        """
            .replace("@LONG@", String.join("|", LONG_COMMANDS))
            .replace("@OPTIONS@", String.join(" \\\n  ", options))
            .replace("@CLASSPATH@", classPath("$home")));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The jars one by one, for the AOT cache serves exactly the class path it was made with. */
  private String classPath(String home) {
    return String.join(":", jars.stream().map(jar -> home + "/lib/" + jar.getFileName()).toList());
  }

  private static void run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Path log = WORK.resolve("last-command.log");
    int exitCode =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + "\nended with " + exitCode + ":\n" + Files.readString(log));
    }
  }

  private static long checksum(Path file) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(Files.readAllBytes(file));
    return checksum.getValue();
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
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
