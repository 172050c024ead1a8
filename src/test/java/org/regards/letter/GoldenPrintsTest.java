package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.history.Dossiers;
import org.regards.language.LetterLanguage;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Printed;
import org.regards.pdf.Stationery;
import org.regards.pdf.VeraPdf;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** The German letters of every type, with the longest words, on paper. */
class GoldenPrintsTest {
  private static final PdfPrinter PRINTER =
      new PdfPrinter(Stationery.of(TeaMerchant.BUSINESS), Fonts.builtIn());

  @TempDir private static Path folder;
  private static Database store;
  private static Playbook playbook;
  private static final Composer COMPOSER = TeaMerchant.composer();

  @BeforeAll
  static void openShop() {
    store = Database.open(TestStores.sqlite(folder));
    TeaMerchant.importInto(store, folder.resolve("rejects"));
    playbook = new Playbooks(store).load();
  }

  @AfterAll
  static void closeShop() {
    store.close();
  }

  static List<GoldenLetter> letters() {
    return GoldenLetter.all().stream()
        .filter(golden -> golden.language() == LetterLanguage.DE_DE)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("letters")
  void isValid(GoldenLetter golden) {
    TeaMerchant.Wanted wanted = golden.wanted();
    LetterRequest request = wanted.request();
    Composition composition =
        COMPOSER.compose(
            new LetterRequest(
                request.type(),
                request.caseId(),
                LetterChannel.PRINT,
                request.language(),
                request.signatory(),
                request.inputs()),
            new Dossiers(store).of(wanted.customer(), TeaMerchant.NOW).orElseThrow(),
            playbook);
    assertThat(composition).isInstanceOf(Composition.Composed.class);
    Printed printed = PRINTER.print(((Composition.Composed) composition).letter());
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    assertThat(VeraPdf.broken(((Printed.Pdf) printed).bytes())).isEmpty();
  }
}
