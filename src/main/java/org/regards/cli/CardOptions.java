package org.regards.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.CardDesign;
import org.regards.pdf.CardFormat;
import org.regards.pdf.CardSheet;
import org.regards.pdf.CardStock;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What cards are made of, for once; what is not said comes from the settings. */
final class CardOptions {
  @Option(
      names = "--card",
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      description =
          "Print on cards: a6, a5, postcard, a2 or a7. Farewell cards and thank-you letters only;"
              + " a postcard for thank-you letters only.")
  private @Nullable CardFormat format;

  @Option(
      names = "--card-design",
      paramLabel = "DESIGN",
      converter = DesignConverter.class,
      description = "What is drawn on the front. Default: card.design, else what suits the letter.")
  private @Nullable CardDesign design;

  @Option(
      names = "--card-sheet",
      paramLabel = "SHEET",
      converter = SheetConverter.class,
      description = "The sheet cards are put on. Default: card.sheet, else single.")
  private @Nullable CardSheet sheet;

  /** The cards of the settings with what was said. */
  CardStock over(CardStock usual) {
    CardStock stock = usual;
    stock = format == null ? stock : stock.asked(format);
    stock = design == null ? stock : stock.with(design);
    return sheet == null ? stock : stock.on(sheet);
  }

  Optional<CardFormat> format() {
    return Optional.ofNullable(format);
  }

  private static TypeConversionException unknown(String what, String value, String words) {
    return new TypeConversionException(
        "there is no %s \"%s\"; there are: %s".formatted(what, value, words));
  }

  static final class FormatConverter implements ITypeConverter<CardFormat> {
    @Override
    public CardFormat convert(String value) {
      return CardFormat.named(value).orElseThrow(() -> unknown("card", value, CardFormat.words()));
    }
  }

  static final class DesignConverter implements ITypeConverter<CardDesign> {
    @Override
    public CardDesign convert(String value) {
      return CardDesign.named(value)
          .orElseThrow(() -> unknown("design", value, CardDesign.words()));
    }
  }

  static final class SheetConverter implements ITypeConverter<CardSheet> {
    @Override
    public CardSheet convert(String value) {
      return CardSheet.named(value).orElseThrow(() -> unknown("sheet", value, CardSheet.words()));
    }
  }
}
