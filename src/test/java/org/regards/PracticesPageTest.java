package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regards.cli.CommandLines;
import picocli.CommandLine;

/**
 * The table of practices says what the tests say. With {@code -Dpractices.write=true} it is written
 * anew.
 */
class PracticesPageTest {
  /** As many as the articles ask for. */
  private static final int PRACTICES = 67;

  private static final Path PAGE = Path.of("src", "docs", "practices.md");
  private static final String WRITE = "practices.write";

  @Test
  void isMadeOfTheTests() throws IOException {
    String page = page();
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "%s is not what the tests say; write it anew: mvn test -Dtest=PracticesPageTest"
                + " -D%s=true",
            PAGE, WRITE)
        .isEqualTo(page);
  }

  @Test
  void hasEveryPracticeOnceInItsOrder() {
    assertThat(practices().map(test -> practice(test).id()))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, PRACTICES).mapToObj("P-%02d"::formatted).toList());
    assertThat(practices())
        .allSatisfy(
            test -> {
              assertThat(test.isAnnotationPresent(Test.class)).isTrue();
              assertThat(test.getName())
                  .startsWith(practice(test).id().toLowerCase(Locale.ROOT).replace("-", "") + "_");
            });
  }

  @Test
  void namesCommandsThatThereAre() {
    CommandLine all = CommandLines.make(Wiring::open);
    assertThat(practices().flatMap(test -> Arrays.stream(practice(test).commands())))
        .allSatisfy(
            command -> {
              CommandLine line = all;
              for (String word : command.split(" ")) {
                assertThat(line.getSubcommands()).as(command).containsKey(word);
                line = line.getSubcommands().get(word);
              }
            });
  }

  private static Stream<Method> practices() {
    return Arrays.stream(PracticesTest.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Practice.class))
        .sorted(Comparator.comparing(method -> practice(method).id()));
  }

  private static Practice practice(Method test) {
    return test.getAnnotation(Practice.class);
  }

  private static String page() {
    return """
    # Practices

    What the five articles that this program comes from ask for, where it lives, and the test that
    says that it holds. S0 to S4 are the articles; “not” is what one warns of. Rules such as FACT-1
    are those of the [review](manual.md). This table is made of the tests in `PracticesTest`; after a
    change there it is written anew: `mvn test -Dtest=PracticesPageTest -Dpractices.write=true`.

    | id | seed | practice | how | where it lives | commands | test |
    |---|---|---|---|---|---|---|
    """
        + practices().map(PracticesPageTest::row).collect(Collectors.joining());
  }

  private static String row(Method test) {
    Practice practice = practice(test);
    return "| %s | %s | %s | %s | %s | %s | `%s` |\n"
        .formatted(
            practice.id(),
            practice.seed(),
            practice.idea(),
            practice.feature(),
            code(
                Arrays.stream(practice.where())
                    .map(type -> type.getName().replace("org.regards.", "").replace('$', '.'))
                    .toList()),
            code(Arrays.stream(practice.commands()).map("regards "::concat).toList()),
            test.getName());
  }

  private static String code(List<String> names) {
    return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }
}
