package org.regards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.cli.CommandLines;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;

/** README and manual say what the program does: their commands run, their lists are whole. */
class ReadmeTest {
  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");
  private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
  private static final String LEFT_OUT = "…";

  @TempDir private Path folder;

  private String readme = "";
  private String manual = "";
  private Path lettersOut = Path.of("");

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    manual = Files.readString(Path.of("src", "docs", "manual.md"));
    lettersOut = folder.resolve("letters-out");
  }

  /** A command of a walk-through and the lines that are shown below it. */
  private record Step(String command, List<String> shown) {}

  private record Ended(int exitCode, String printed) {}

  @Test
  void runsTheWalkThroughOfTheReadme() {
    assertThat(run("demo --out letters-out/demo").exitCode()).isZero();
    List<Step> steps = steps(readme);
    assertThat(steps).hasSizeGreaterThan(6);
    for (Step step : steps) {
      Ended ended = run(step.command());
      assertThat(ended.exitCode()).as(step.command() + "\n" + ended.printed()).isZero();
      List<String> printed = ended.printed().lines().toList();
      List<String> shown =
          step.shown().stream().filter(line -> !line.equals(LEFT_OUT) && !line.isBlank()).toList();
      assertThat(printed)
          .as("README, below: regards %s", step.command())
          .containsSubsequence(shown);
    }
  }

  @Test
  void buildsAndTestsWithTheTwoCommandsOfTheReadme() {
    assertThat(readme)
        .contains("\nmvn -q -DskipTests package && target/regards/bin/regards demo\n")
        .contains("\nmvn verify\n");
  }

  @Test
  void namesEverySettingOnBothSidesOfTheTable() {
    for (String name : Settings.NAMES) {
      String variable = "REGARDS_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
      assertThat(readme).contains("\n| `%s` | `%s` |".formatted(name, variable));
    }
  }

  @Test
  void namesEveryCommand() {
    Set<String> commands = CommandLines.make(Wiring::open).getSubcommands().keySet();
    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      assertThat(readme).containsPattern("regards " + command + "\\b");
    }
  }

  @Test
  void mapsEveryPackage() throws IOException {
    Path sources = Path.of("src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      assertThat(files.filter(file -> file.endsWith("package-info.java")).map(Path::getParent))
          .isNotEmpty()
          .allSatisfy(
              folder -> {
                String name = sources.relativize(folder).toString().replace('/', '.');
                assertThat(readme).contains("\n| `%s` |".formatted(name));
              });
    }
  }

  @Test
  void leadsToFilesThatAreThere() {
    Pattern link = Pattern.compile("\\]\\((?!https:)([^)#]+)");
    assertThat(link.matcher(readme).results().map(found -> Path.of(found.group(1))))
        .hasSizeGreaterThan(4)
        .allSatisfy(file -> assertThat(file).exists());
  }

  @Test
  void explainsEveryLetterTypeWithItsValuesAndParts() throws IOException {
    JsonNode types = new ObjectMapper().readTree(run("templates --json").printed());
    assertThat(types).hasSize(LetterType.values().length);
    for (JsonNode type : types) {
      assertThat(manual).contains("\n| `%s` |".formatted(type.get("type").textValue()));
      type.get("inputs")
          .fieldNames()
          .forEachRemaining(name -> assertThat(manual).contains("| `%s` |".formatted(name)));
    }
    for (LetterType type : LetterType.values()) {
      String parts = String.join(", ", type.requiredParts().stream().map(PartName::word).toList());
      assertThat(manual).contains("| `%s` | %s |".formatted(type.word(), parts));
    }
    for (PartName part : PartName.values()) {
      assertThat(manual).containsPattern("\\b" + part.word() + "\\b");
    }
  }

  @Test
  void explainsEveryValueThatATemplateSees() throws IOException {
    List<String> groups =
        List.of(
            "customer",
            "business",
            "letter",
            "case",
            "offer",
            "sender",
            "praise",
            "complaints",
            "pause",
            "ending",
            "case.order",
            "case.policy");
    StringBuilder asked = new StringBuilder();
    groups.forEach(group -> asked.append("${%s.nothing}\n".formatted(group)));
    String complaints = refusalOf("<@part \"event\">" + asked + "</@part>");
    List<MatchResult> found =
        Pattern.compile("there is no (\\S+)\\.nothing; \\S+ has: (.+)")
            .matcher(complaints)
            .results()
            .toList();
    assertThat(found).as(complaints).hasSameSizeAs(groups);
    for (MatchResult group : found) {
      for (String value : group.group(2).split(", ")) {
        assertThat(manual).as("%s.%s", group.group(1), value).contains("`%s`".formatted(value));
      }
    }
  }

  @Test
  void promisesTemplatesNothingThatIsRefused() throws IOException {
    assertThat(allowed(refusalOf("<#nothing>"), "directives"))
        .containsAll(promised("Directives: "));
    assertThat(allowed(refusalOf("${letter?nothing}"), "built-ins"))
        .containsAll(promised("Built-ins: "));
    assertThat(allowed(refusalOf("<nothing>"), "tags")).containsAll(promised("Tags: "));
  }

  /** What the program says of a thank-you letter by a template that holds this. */
  private String refusalOf(String body) throws IOException {
    run("import src/main/resources/org/regards/demo");
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("thank-you.ftlh"),
        """
        <#ftl attributes={"type":"thank-you","languages":["en"],"channels":["print"],"needs":[]}>
        """
            + body);
    return run("compose T-102 --letter thank-you --as-of 2026-11-20 --templates " + own).printed();
  }

  private static Set<String> allowed(String refusal, String kind) {
    MatchResult found =
        Pattern.compile("allowed " + kind + " are: (.+)")
            .matcher(refusal)
            .results()
            .toList()
            .getFirst();
    return Set.copyOf(Arrays.asList(found.group(1).split(", ")));
  }

  private List<String> promised(String beginning) {
    String paragraph = manual.substring(manual.indexOf("\n" + beginning)).strip().split("\n\n")[0];
    List<String> words = CODE.matcher(paragraph).results().map(found -> found.group(1)).toList();
    assertThat(words).hasSizeGreaterThan(10);
    return words;
  }

  private static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    CONSOLE
        .matcher(text)
        .results()
        .flatMap(block -> block.group(1).lines())
        .forEach(
            line -> {
              if (line.startsWith("$ regards ")) {
                steps.add(new Step(line.substring("$ regards ".length()), new ArrayList<>()));
              } else {
                steps.getLast().shown().add(line);
              }
            });
    return steps;
  }

  /**
   * Runs a command, which holds no quotation marks, on a store and a letters folder of this test's
   * own.
   */
  private Ended run(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.replaceAll(word -> word.replaceFirst("^letters-out\\b", lettersOut.toString()));
    if (!words.getFirst().equals("demo")) {
      words.addAll(List.of("--store", folder.resolve("regards.db").toString()));
      words.addAll(List.of("--out", lettersOut.toString()));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(bytes, true, UTF_8);
    int exitCode = Main.run(terminal, terminal, words.toArray(String[]::new));
    return new Ended(exitCode, bytes.toString(UTF_8).replace(lettersOut.toString(), "letters-out"));
  }
}
