package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.regards.approval.Approved;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.store.Database;

/** Letters for print runs, and a look at what came of them. */
final class PrintShop {
  static final PdfPrinter PRINTER = new PdfPrinter(Stationery.blank(), Fonts.builtIn());

  private PrintShop() {}

  /** An approved letter on paper to a customer of its own. */
  static LetterId put(Database database, long number, String country, String postalCode) {
    LetterId id = new LetterId(number);
    put(database, id, letter(number, country, postalCode, 1));
    return id;
  }

  static void put(Database database, LetterId id, Letter letter) {
    LetterShelf.put(database, id, letter);
    Approved.put(database, id);
  }

  static Letter letter(long number, String country, String postalCode, int paragraphs) {
    Letter sample =
        SampleLetters.thankYou(
            new Recipient(
                new CustomerId("C-" + number),
                name(number),
                "",
                new PostalAddress("12 Botanic Avenue", "Belfast", "", postalCode, country),
                ""),
            SampleLetters.MARA,
            LetterChannel.PRINT);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < paragraphs; i++) {
      parts.add(sample.parts().get(1));
    }
    parts.addAll(sample.parts().subList(2, sample.parts().size()));
    return paragraphs == 1 ? sample : new Letter(sample.head(), sample.subject(), parts);
  }

  /** A card whose words name its recipient. */
  static Letter card(long number, String country, String postalCode) {
    LetterHead head = letter(number, country, postalCode, 1).head();
    return new Letter(
        new LetterHead(
            LetterType.FAREWELL_CARD,
            head.language(),
            head.channel(),
            head.caseId(),
            head.date(),
            head.recipient(),
            head.signatory()),
        List.of(),
        List.of(
            SampleLetters.part(
                PartName.REGRET,
                SampleLetters.paragraph(SampleLetters.text("Farewell, " + name(number) + ".")))));
  }

  /** The name on the letter of a number, which stands nowhere else. */
  static String name(long number) {
    return "Alma Person" + number + "x";
  }

  static String text(Path pdf, int firstPage, int lastPage) {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(firstPage);
      stripper.setEndPage(lastPage);
      return stripper.getText(document);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Checks that what is released is whole and that no letter is in two runs.
   *
   * @return the run of each letter
   */
  static Map<Long, String> check(Database database, Path folder) throws IOException {
    Map<Long, String> runs = new HashMap<>();
    List<PrintRun> released = database.read(handle -> new PrintRunDao(handle).latest(1_000));
    for (PrintRun run : released) {
      assertThat(run.state()).isEqualTo(RunState.RELEASED);
      checkFolder(database, run, runs);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals(".lock")))
          .containsExactlyInAnyOrderElementsOf(
              released.stream().map(run -> run.id().toString()).toList());
    }
    Map<Long, String> stored = new HashMap<>();
    database.<Integer>read(
        handle -> {
          handle
              .createQuery("SELECT letter, run FROM delivery WHERE run IS NOT NULL")
              .mapToMap()
              .forEach(
                  row ->
                      stored.put(
                          ((Number) row.get("letter")).longValue(),
                          new RunId(((Number) row.get("run")).longValue()).toString()));
          return stored.size();
        });
    assertThat(stored).isEqualTo(runs);
    return runs;
  }

  private static void checkFolder(Database database, PrintRun run, Map<Long, String> runs)
      throws IOException {
    Path manifest = run.folder().resolve("manifest.json");
    assertThat(Sha256.of(manifest)).isEqualTo(run.digest());
    JsonNode json = new ObjectMapper().readTree(manifest.toFile());
    assertThat(json.get("letters")).hasSize(run.letters());
    assertThat(Files.readAllLines(run.folder().resolve("manifest.csv"))).hasSize(run.letters() + 1);
    assertThat(run.folder().resolve("cover.pdf")).isNotEmptyFile();
    for (RunFile file : database.read(handle -> new PrintRunDao(handle).files(run.id()))) {
      assertThat(Sha256.of(run.folder().resolve(file.name()))).isEqualTo(file.digest());
    }
    for (JsonNode file : json.get("files")) {
      Path pdf = run.folder().resolve(file.get("file").asText());
      assertThat(Sha256.of(pdf)).isEqualTo(file.get("sha256").asText());
      try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
        assertThat(document.getNumberOfPages()).isEqualTo(file.get("pages").asInt());
        for (JsonNode letter : json.get("letters")) {
          if (letter.get("file").equals(file.get("file"))) {
            checkLetter(document, letter);
          }
        }
      }
    }
    for (JsonNode letter : json.get("letters")) {
      long number = LetterId.parse(letter.get("letter").asText()).orElseThrow().number();
      assertThat(runs.put(number, run.id().toString())).as("run of letter %d", number).isNull();
    }
  }

  /** Its name stands on the page that the manifest says, and its sheets are those of its pages. */
  private static void checkLetter(PDDocument document, JsonNode letter) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(letter.get("first_page").asInt());
    stripper.setEndPage(letter.get("first_page").asInt());
    long number = LetterId.parse(letter.get("letter").asText()).orElseThrow().number();
    assertThat(stripper.getText(document)).contains(name(number));
  }
}
