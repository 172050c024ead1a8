package org.regards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.intake.Orchard;
import org.regards.pdf.VeraPdf;
import org.slf4j.LoggerFactory;

/** Every command on the sample business: what it prints and how it ends. */
class CommandsTest {
  private static final String TODAY = "--as-of=2026-11-20";
  private static final String CUSTOMERS =
      "customer,title,given_name,family_name,organisation,email,phone,language,street,locality,region,postal_code,country,since,account_manager,status\n";

  @TempDir private static Path folder;
  private static Terminal orchard;

  @BeforeAll
  static void importOrchard() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    Terminal.Ended ended = orchard.run("import --json", Orchard.FILES.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.json()).hasSize(7);
  }

  @Test
  void importsASecondTimeWithoutAChange() {
    Terminal.Ended ended = orchard.run("import", Orchard.FILES.toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.out().lines().filter(line -> line.contains("unchanged")))
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).contains(": 0 new, 0 changed, ", ", 0 rejected"));
  }

  @Test
  void importEndsWithOneWhenAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("empty.csv"), "");
    Terminal.Ended ended = orchard.run("import", file.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .isEqualTo(
            file + ": the file is empty, expected a row of column names and rows below it\n");
    assertThat(orchard.run("import --json", folder.resolve("absent.csv").toString()).code())
        .isEqualTo(1);
  }

  @Test
  void showsTimeline() {
    Terminal.Ended ended = orchard.run("show C-1001", TODAY);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .startsWith("C-1001  Mrs Agnes Whitfield\n")
        .contains(
            "2026-11-14        case K-301 opened: Figs opened a week after delivery had gone bad");
  }

  @Test
  void showsNothingLaterThanTheMoment() {
    assertThat(orchard.run("show C-1001 --as-of=2026-11-13T23:59:59Z").out())
        .doesNotContain("K-301");
    assertThat(orchard.run("show C-1001 --as-of=2026-11-14").out()).contains("K-301", "I-0001");
  }

  @Test
  void showsDossierAsJson() {
    assertThat(orchard.run("show C-1001 --json", TODAY).json().toString())
        .contains("\"C-1001\"", "\"K-301\"", "\"I-0002\"");
  }

  @Test
  void composesAndShowsLetterWithItsFacts() {
    Terminal.Ended composed = orchard.run("compose C-1017 --letter thank-you", TODAY);
    assertThat(composed.code()).as(composed.err()).isZero();
    String id = composed.firstLine();
    assertThat(id).matches("L-\\d+");
    assertThat(composed.err())
        .isEqualTo(
            "thank-you to C-1017, by email, from Tom Price. Read it: regards letter %s\n"
                .formatted(id));
    assertThat(orchard.run("letter " + id).out())
        .containsPattern(
            "^%s  draft, thank-you, en-GB to C-1017 by email, from Tom Price \\([0-9a-f]{12}\\)\n"
                .formatted(id))
        .contains("\nSubject: Thank you, Tomoko\n\nDear Tomoko,\n");
    assertThat(orchard.run("letter " + id, "--facts").out())
        .containsPattern("\n14 November +interaction/I-0048 +at +2026-11-14");
    assertThat(orchard.run("letter --json " + id).json().toString())
        .contains("\"interaction/I-0048\"", "\"2026-11-14\"");
  }

  @Test
  void composesAsJson() {
    assertThat(orchard.run("compose C-1017 --letter thank-you --json", TODAY).json().toString())
        .contains("\"thank-you\"", "\"C-1017\"");
  }

  @Test
  void composesForAllOnceADay() {
    Terminal.Ended first =
        orchard.run("compose --all --letter thank-you --json --as-of=2026-11-25");
    assertThat(first.json().toString())
        .startsWith("{\"drafted\":4,\"passed_over\":0,\"not_drafted\":");
    Terminal.Ended second = orchard.run("compose --all --letter thank-you --as-of=2026-11-25");
    assertThat(second.code()).isZero();
    assertThat(second.out())
        .startsWith("0 drafted, 4 had one already, ")
        .contains(" of those, as for this one: No thank-you letter to C-1002:\n");
  }

  @Test
  void saysWhyThereIsNoLetter() {
    Terminal.Ended unfit = orchard.run("compose C-1025 --letter thank-you", TODAY);
    assertThat(unfit.code()).isEqualTo(1);
    assertThat(unfit.out()).isEmpty();
    assertThat(unfit.err())
        .isEqualTo(
            """
            No thank-you letter to C-1025:
              - C-1025 asked not to be written to (customers.csv, status do-not-contact)
            See which letters fit: regards templates C-1025
            """);
    assertThat(orchard.run("compose C-1001 --letter referral", TODAY).err())
        .startsWith(
            "No referral letter to C-1001 yet. It still needs:\n"
                + "  - --set provider=… — whom you recommend: a name, or several"
                + " (asked for in referral.ftlh:");
  }

  @Test
  void saysWhyThereIsNoLetterAsJson() {
    Terminal.Ended unfit = orchard.run("compose C-1025 --letter thank-you --json", TODAY);
    assertThat(unfit.code()).isEqualTo(1);
    assertThat(unfit.json().toString())
        .isEqualTo(
            "{\"letter\":null,\"reasons\":[\"C-1025 asked not to be written to (customers.csv,"
                + " status do-not-contact)\"]}");
    Terminal.Ended incomplete = orchard.run("compose C-1001 --letter referral --json", TODAY);
    assertThat(incomplete.code()).isEqualTo(1);
    assertThat(incomplete.json().get("letter").isNull()).isTrue();
    assertThat(incomplete.json().get("missing").get(0).fieldNames())
        .toIterable()
        .containsExactly("value", "supplied_by", "place");
  }

  @Test
  void countsReasonsAsJson() {
    JsonNode all = orchard.run("compose --all --letter referral --json", TODAY).json();
    long counted = 0;
    for (JsonNode reason : all.get("reasons")) {
      counted += reason.get("customers").asLong();
      assertThat(reason.get("example").asText()).startsWith("C-");
      assertThat(reason.has("reasons") || reason.has("missing")).isTrue();
    }
    assertThat(counted).isPositive().isEqualTo(all.get("not_drafted").asLong());
  }

  @Test
  void listsTemplates() {
    Terminal.Ended all = orchard.run("templates");
    assertThat(all.code()).as(all.err()).isZero();
    assertThat(all.out())
        .startsWith("explanation (explanation.ftlh, email or print)\n")
        .contains("    --set until=…  the last day for an answer\n");
    assertThat(orchard.run("templates --json --language de-DE").json()).hasSize(10);
    Terminal.Ended fitting = orchard.run("templates C-1015", TODAY);
    assertThat(fitting.out()).startsWith("These fit C-1015:\n").contains("  farewell-card\n");
    assertThat(orchard.run("templates C-1015 --json", TODAY).json()).hasSize(10);
  }

  @Test
  void sendsIntoTheSandboxOnce() {
    String id = orchard.run("compose C-1017 --letter thank-you", TODAY).firstLine();
    Terminal.Ended sent = orchard.run("send " + orchard.approved(id));
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.out()).contains("sandbox", "; nothing left this machine.");
    Terminal.Ended again = orchard.run("send --json " + id);
    assertThat(again.code()).isZero();
    assertThat(again.json().get(0).get("outcome").asText()).isEqualTo("already-sent");
  }

  @Test
  void printsOnce() {
    String id = orchard.run("compose C-1017 --letter thank-you --channel print", TODAY).firstLine();
    Terminal.Ended printed = orchard.run("print --json " + orchard.approved(id));
    assertThat(printed.code()).as(printed.err()).isZero();
    assertThat(Path.of(printed.json().get(0).get("file").asText())).isNotEmptyFile();
    assertThat(orchard.run("print " + id).out()).contains(id + " was printed on ");
  }

  @Test
  void printsThanksOnAPostcard() {
    String id = orchard.run("compose C-1017 --letter thank-you --channel print", TODAY).firstLine();
    Terminal.Ended printed =
        orchard.run("print --json --card postcard --card-sheet a4 " + orchard.approved(id));
    assertThat(printed.code()).as(printed.err()).isZero();
  }

  @Test
  void listsCards() {
    Terminal.Ended cards = orchard.run("cards");
    assertThat(cards.code()).as(cards.err()).isZero();
    assertThat(cards.out())
        .contains(
            "meadow    warm   flowers and grasses, growing from the foot of the card\n",
            "postcard  A6 postcard, for thank-you letters only\n",
            "a4      2         1         4 ");
    assertThat(orchard.run("cards --json").json().get("formats")).hasSize(5);
  }

  @Test
  void printsSpecimensOfCards() {
    Path file = folder.resolve("specimen.pdf");
    Terminal.Ended ended =
        orchard.run("cards --card a6 --card-sheet a4 --specimen", file.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .isEqualTo(
            file
                + " has 6 pages; print on both sides, turned at the long edge; 2 on a sheet, cut"
                + " the pile and put the stacks on one another, row by row; fold once.\n");
    assertThat(file).isNotEmptyFile();
    Terminal.Ended refused =
        orchard.run("cards --card a5 --card-sheet letter --specimen", file.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            "a card a5 is 297 × 210 mm unfolded and does not fit on a sheet letter; take another"
                + " sheet\n");
  }

  @Test
  void previewsDraftAsPicturesWithoutKeepingARecord() throws IOException {
    String id = orchard.run("compose C-1017 --letter thank-you --channel print", TODAY).firstLine();
    Terminal.Ended shown = orchard.run("preview --json --dpi 40 " + id);
    assertThat(shown.code()).as(shown.err()).isZero();
    Path file = Path.of(shown.json().get("files").get(0).asText());
    assertThat(file).isEqualTo(folder.resolve("letters/preview/" + id + ".png"));
    assertThat(ImageIO.read(file.toFile()).getWidth())
        .isCloseTo(Math.round(240 / 25.4f * 40), within(2));
    assertThat(orchard.run("preview " + id, "--png").firstLine()).isEqualTo(file.toString());
    assertThat(orchard.run("letter " + id).out()).startsWith(id + "  draft");
    Path own = folder.resolve("own.PNG");
    assertThat(orchard.run("preview " + id + " --page 1 --png " + own).out())
        .isEqualTo(folder.resolve("own.png") + "\n");
    Terminal.Ended beyond = orchard.run("preview " + id + " --page 4");
    assertThat(beyond.code()).isEqualTo(2);
    assertThat(beyond.err()).startsWith(id + " has 1 page, and no page 4\n");
    assertThat(orchard.run("preview " + id + " --dpi 3000").err())
        .startsWith("--dpi may be from 30 to 300\n");
  }

  @Test
  void previewsNoLetterThatGoesByEmail() {
    String id = orchard.run("compose C-1017 --letter thank-you --channel email", TODAY).firstLine();
    Terminal.Ended shown = orchard.run("preview " + id);
    assertThat(shown.code()).isEqualTo(1);
    assertThat(shown.out()).isEmpty();
    assertThat(shown.err())
        .isEqualTo(
            id
                + " cannot be shown as a page:\n  it was written for email and has no pages; see it"
                + " with: regards letter "
                + id
                + "\n");
    assertThat(folder.resolve("letters/preview/" + id + ".png")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import",
        "show",
        "templates",
        "compose",
        "letter",
        "preview",
        "send",
        "outbox",
        "print",
        "cards"
      })
  void helpShowsAnExample(String command) {
    Terminal.Ended ended = Terminal.bare(command, "--help");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("Example", "  regards " + command + " ", "--store", "--json");
  }

  @Test
  void demonstrationAndBenchHaveHelpToo() {
    assertThat(Terminal.bare("demo", "--help").out()).contains("  regards demo\n");
    assertThat(Terminal.bare("bench", "compose", "--help").out())
        .contains("  regards bench compose --customers 100000\n");
    assertThat(Terminal.bare("--version").out()).startsWith("regards ");
  }

  @Test
  void benchOfPdfKeepsWhatItMeasured(@TempDir Path folder) throws IOException {
    Terminal.Ended ended =
        Terminal.bare(
            "bench", "pdf", "--letters", "2", "--merged", "3", "--out", folder.toString());
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .matches("single \\d+ letters/s\\nmerged \\d+ letters/s\\npeak heap \\d+ MB\\n");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("letter-0.pdf", "letter-1.pdf", "merged.pdf");
    }
    assertThat(VeraPdf.broken(Files.readAllBytes(folder.resolve("merged.pdf")))).isEmpty();
    assertThat(VeraPdf.broken(Files.readAllBytes(folder.resolve("letter-1.pdf")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|Say what to do, for example: regards demo",
        "compse|There is no command 'compse'.",
        "compose C-1001|Missing required option: '--letter=TYPE'",
        "compose --letter educate|Name one customer, or say --all for every one.",
        "compose C-1001 --all --letter educate|Name one customer, or say --all for every one.",
        "compose C-1001 --letter love|there is no letter type 'love'; there are: explanation,"
            + " educate,",
        "compose C-1001 --letter educate --language ja-JP|no letters are written in 'ja-JP'; there"
            + " are: en-GB, en-US, de-DE, fr-FR, es-ES",
        "compose C-1001 --letter educate --channel fax|'fax' is not a channel",
        "compose C-1001 --letter educate --as-of 20.11.2026|'20.11.2026' is not a moment; write"
            + " 2026-11-20 or 2026-11-20T09:00:00Z",
        "compose C-1001 --letter educate --set offer|offer",
        "compose C-1001 --letter educate --as-of +10000-01-01T00:00:00Z|'+10000-01-01T00:00:00Z' is"
            + " not in the years 0001 to 9999",
        "compose C-1001 --letter educate --as-of 0000-12-31|'0000-12-31' is not in the years 0001"
            + " to 9999",
        "letter 12|'12' is not the id of a letter",
        "letter L-0|'L-0' is not the id of a letter",
        "send --now|--now wants the letters that are to go in quiet hours too.",
        "send L-1 --all|Name letters or say --all, not both.",
        "send L-1 --type thank-you|--type goes with --all.",
        "send L-1 --now --at 2026-12-01T09:00|Say --now or --at, not both.",
        "send --at 2026-12-01T09:00|--at wants letters, or --all.",
        "send letter-1|'letter-1' is not the id of a letter; they look like L-12",
        "send L-1 --nwo|There is no option '--nwo'.",
        "mailbox flie|'flie' is not understood here.",
        "send L-1 --watch|--watch stands alone: it sends what is or becomes due",
        "outbox --state lost|'lost' is not a state of an email; they are queued,",
        "outbox resolve L-1 --as em|Say what you found: --delivered",
        "outbox release|Name letters, or say --all.",
        "show|Missing required parameter: 'CUSTOMER'",
        "bench|Say what to measure: regards bench compose, pdf, advise or send.",
        "cards --card b7|there is no card \"b7\"; there are: a6, a5, postcard, a2, a7",
        "print L-1 --card-design skull|there is no design \"skull\"; there are: branch, leaf,",
        "bench compose --customers 0|--customers must be positive, was: 0",
        "bench pdf --merged 0|--merged must be positive, was: 0",
      })
  void refusesCommandLineThatItDoesNotUnderstand(String line, String message) {
    Terminal.Ended ended = line.isEmpty() ? Terminal.bare() : Terminal.bare(line.split(" "));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains(message);
  }

  @Test
  void refusesBlankIds() {
    List<List<String>> lines =
        List.of(
            List.of("compose", "", "--letter", "educate"),
            List.of("templates", " "),
            List.of("compose", "C-1001", "--letter", "educate", "--case", ""),
            List.of("compose", "C-1001", "--letter", "educate", "--from", ""));
    List<String> kinds = List.of("customer", "customer", "case", "member of staff");
    for (int each = 0; each < lines.size(); each++) {
      Terminal.Ended ended = Terminal.bare(lines.get(each).toArray(String[]::new));
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err())
          .contains("the id of a " + kinds.get(each) + " must not be blank")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void namesWhatIsNotThere() {
    assertThat(orchard.run("show C-999").err())
        .startsWith("There is no customer C-999")
        .doesNotContain("\tat ");
    assertThat(orchard.run("show C-999").code()).isEqualTo(1);
    assertThat(orchard.run("letter L-9999").err()).startsWith("There is no letter L-9999. ");
    assertThat(orchard.run("send L-9999").code()).isEqualTo(1);
    assertThat(orchard.run("send L-9999").err()).startsWith("There is no letter L-9999. ");
    assertThat(orchard.run("print L-9999").err()).startsWith("There is no letter L-9999. ");
    assertThat(orchard.run("compose C-1001 --letter educate --case K-999").err())
        .contains("C-1001 has no case K-999; there is K-301");
    assertThat(orchard.run("compose C-999 --letter educate").err())
        .startsWith("There is no customer C-999");
    assertThat(orchard.run("templates --templates", folder.resolve("none").toString()).err())
        .isEqualTo(
            "There is no template folder %s. Name the right one with --templates FOLDER.\n"
                .formatted(folder.resolve("none")));
  }

  @Test
  void refusesStoreThatIsNone() throws IOException {
    Terminal.Ended isFolder = new Terminal(folder, folder.resolve("letters")).run("show C-1001");
    assertThat(isFolder.code()).isEqualTo(1);
    assertThat(isFolder.err()).contains(folder.toString()).doesNotContain("\tat ");
    Path corrupt = Files.writeString(folder.resolve("corrupt.db"), "not a store".repeat(500));
    Terminal.Ended isCorrupt = new Terminal(corrupt, folder.resolve("letters")).run("show C-1001");
    assertThat(isCorrupt.code()).isEqualTo(1);
    assertThat(isCorrupt.err()).contains("corrupt.db").doesNotContain("\tat ");
    assertThat(Files.readString(corrupt)).startsWith("not a store");
  }

  @Test
  void makesNoStoreOfAMistypedName() {
    Path mistyped = folder.resolve("regrads.db");
    Terminal terminal = new Terminal(mistyped, folder.resolve("letters"));
    for (String command :
        List.of("show C-1001", "compose C-1001 --letter educate", "letter L-1", "print L-1")) {
      Terminal.Ended ended = terminal.run(command);
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err())
          .isEqualTo(
              ("There is no store %s. Import your history first, with regards import FOLDER, or"
                      + " name the store that you mean with --store.%n")
                  .formatted(mistyped));
    }
    assertThat(terminal.run("templates").code()).isZero();
    assertThat(mistyped).doesNotExist();
  }

  @Test
  void refusesLettersFolderThatIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Terminal terminal = new Terminal(folder.resolve("regards.db"), file);
    String paper =
        terminal.run("compose C-1017 --letter thank-you --channel print", TODAY).firstLine();
    String mail =
        terminal.run("compose C-1017 --letter thank-you --channel email", TODAY).firstLine();
    for (Terminal.Ended ended :
        List.of(
            terminal.run("print " + terminal.approved(paper)),
            terminal.run("send " + terminal.approved(mail)))) {
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains(file.toString()).doesNotContain("\tat ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "שרה כהן",
        "Zoë 🦊",
        "${7*7}",
        "<script>x</script>",
        "\"quoted\" 'name'",
        "=1+1",
        "</data><data value=\"x\">",
        "LONG"
      })
  void carriesHostileNameThroughUnharmed(String given) throws IOException {
    String name = given.equals("LONG") ? "Wolfeschlegelstein".repeat(17) : given;
    Path own = Files.createTempDirectory(folder, "hostile");
    Terminal terminal = new Terminal(own.resolve("regards.db"), own.resolve("letters"));
    Path files = Files.createDirectories(own.resolve("files"));
    Files.copy(Orchard.FILES.resolve("staff.csv"), files.resolve("staff.csv"));
    Files.writeString(
        files.resolve("customers.csv"),
        CUSTOMERS
            + "H-1,,\"%s\",Rowe,,h@mail.example,,en-GB,1 Mill Lane,York,,YO1 7HD,GB,2020-01-01,tp,active\n"
                .formatted(name.replace("\"", "\"\"")));
    Files.writeString(
        files.resolve("interactions.csv"),
        "interaction,customer,at,channel,direction,staff,subject,text,tags,message_id,minutes\n"
            + "X-1,H-1,2026-11-14T13:00:00Z,email,in,tp,Hello,Thank you for the"
            + " pears!,praise,,3\n");
    Terminal.Ended imported = terminal.run("import --strict", files.toString());
    assertThat(imported.code()).as(imported.err()).isZero();
    Terminal.Ended composed = terminal.run("compose H-1 --letter thank-you --json", TODAY);
    assertThat(composed.code()).as(composed.err()).isZero();
    String id = composed.json().get("id").asText();
    assertThat(terminal.run("letter " + id).out()).contains("Dear " + name + ",");
    Terminal.Ended sent = terminal.run("send " + terminal.approved(id));
    assertThat(sent.code()).as(sent.err()).isZero();
    String paper =
        terminal.run("compose H-1 --letter thank-you --channel print", TODAY).firstLine();
    Terminal.Ended printed = terminal.run("print " + terminal.approved(paper));
    if (printed.code() != 0) {
      assertThat(printed.err())
          .startsWith(paper + " cannot be printed:")
          .containsAnyOf(" holds the character ", " mm wide and the window shows 75 mm; ")
          .doesNotContain("\tat ");
    } else {
      assertThat(printed.out()).contains(" lies in ");
    }
    assertThat(files(own.resolve("letters")))
        .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("[\\w.-]{1,100}"));
  }

  @Test
  void writesInNoLanguageThatItDoesNotKnow() throws IOException {
    Path file =
        Files.writeString(
            Files.createDirectory(folder.resolve("japan")).resolve("customers.csv"),
            CUSTOMERS + "J-1,,Aki,Mori,,,,ja-JP,,,,,JP,,tp,active\n");
    assertThat(orchard.run("import", file.toString()).code()).isZero();
    Terminal.Ended ended = orchard.run("compose J-1 --letter thank-you", TODAY);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains(
            "  - no letters are written in ja-JP, the language of J-1 (customers.csv, language);"
                + " choose one of en-GB, en-US, de-DE, fr-FR, es-ES with --language\n");
  }

  @Test
  void refusesNameWithControlCharacterByItsPlace() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("tab.csv"),
            CUSTOMERS + "H-1,,\"Ann\tLee\",Rowe,,,,en-GB,,,,,GB,,,active\n");
    Path renamed =
        Files.move(file, Files.createDirectory(folder.resolve("tab")).resolve("customers.csv"));
    Terminal.Ended ended = orchard.run("import --strict", renamed.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo(
            renamed
                + ":2:3: given_name holds a line break or a control character, expected one line of"
                + " text\n");
  }

  @Test
  void logsNoLetterTextAndNoAddress() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    root.addAppender(heard);
    try {
      String id = orchard.run("compose C-1017 --letter thank-you", TODAY).firstLine();
      orchard.run("send " + orchard.approved(id));
      orchard.run("print " + id);
      orchard.run("show C-999");
    } finally {
      root.detachAppender(heard);
    }
    assertThat(heard.list)
        .allSatisfy(
            event ->
                assertThat(event.getFormattedMessage())
                    .doesNotContain("Tomoko", "Arai", "tomoko.arai", "Botanic", "choir"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
