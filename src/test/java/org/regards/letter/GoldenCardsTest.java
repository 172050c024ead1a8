package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.history.Dossiers;
import org.regards.pdf.CardFormat;
import org.regards.pdf.CardStock;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.PrintRefusal;
import org.regards.pdf.Printed;
import org.regards.pdf.Stationery;
import org.regards.pdf.VeraPdf;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** The farewell cards and thank-you letters of every language on every card they may be put on. */
class GoldenCardsTest {
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

  static Stream<Arguments> cards() {
    return GoldenLetter.all().stream()
        .flatMap(
            golden ->
                formats(LetterType.of(golden.typeWord()).orElseThrow()).stream()
                    .map(format -> Arguments.of(golden, format)));
  }

  private static List<CardFormat> formats(LetterType type) {
    return switch (type) {
      case THANK_YOU -> List.of(CardFormat.values());
      case FAREWELL_CARD ->
          Arrays.stream(CardFormat.values()).filter(CardFormat::isFolded).toList();
      default -> List.of();
    };
  }

  @ParameterizedTest
  @MethodSource("cards")
  void fitsAndIsValid(GoldenLetter golden, CardFormat format) {
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
    Stationery stationery =
        Stationery.of(TeaMerchant.BUSINESS).with(CardStock.usual().asked(format));
    Printed printed =
        new PdfPrinter(stationery, FONTS).print(((Composition.Composed) composition).letter());
    assertThat(reasons(printed)).isEmpty();
    assertThat(((Printed.Pdf) printed).pages()).isEqualTo(2);
    assertThat(VeraPdf.broken(((Printed.Pdf) printed).bytes())).isEmpty();
  }

  private static List<String> reasons(Printed printed) {
    return switch (printed) {
      case Printed.Pdf ignored -> List.of();
      case Printed.Refused refused ->
          refused.reasons().stream().map(PrintRefusal::message).toList();
    };
  }
}
