package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
import org.regards.postal.LetterForm;
import org.regards.postal.Paper;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** Every type of letter in every language, on paper of every form. */
class GoldenPrintsTest {
  private static final Fonts FONTS = Fonts.builtIn();

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

  static Stream<Arguments> formsAndLanguages() {
    return Stream.of(LetterForm.values())
        .flatMap(
            form ->
                Stream.of(LetterLanguage.values()).map(language -> Arguments.of(form, language)));
  }

  @ParameterizedTest
  @MethodSource("formsAndLanguages")
  void isValid(LetterForm form, LetterLanguage language) {
    PdfPrinter printer =
        new PdfPrinter(
            Stationery.of(TeaMerchant.BUSINESS).with(new Paper(form, null, null)), FONTS);
    Set<LetterType> types = EnumSet.noneOf(LetterType.class);
    for (GoldenLetter golden : letters(language)) {
      Letter letter = onPaper(golden);
      Printed printed = printer.print(letter);
      assertThat(printed).as(golden.toString()).isInstanceOf(Printed.Pdf.class);
      assertThat(VeraPdf.broken(((Printed.Pdf) printed).bytes())).as(golden.toString()).isEmpty();
      types.add(letter.head().type());
    }
    assertThat(types).containsExactlyInAnyOrder(LetterType.values());
  }

  private static List<GoldenLetter> letters(LetterLanguage language) {
    return GoldenLetter.all().stream().filter(golden -> golden.language() == language).toList();
  }

  private static Letter onPaper(GoldenLetter golden) {
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
    assertThat(composition).as(golden.toString()).isInstanceOf(Composition.Composed.class);
    return ((Composition.Composed) composition).letter();
  }
}
