package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.CardDesign;
import org.regards.pdf.CardFormat;
import org.regards.pdf.CardSheet;
import org.regards.pdf.CardSpecimen;
import org.regards.pdf.Imposition;
import org.regards.pdf.PrintRefusal;
import org.regards.pdf.Printed;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code regards cards}. */
@Command(
    name = "cards",
    description = "List the designs and formats of cards, or print a specimen of them.",
    footer = {
      "",
      "Examples:",
      "  regards cards",
      "  regards cards --specimen cards.pdf --card a6 --card-sheet a4"
    })
final class CardsCommand extends HouseCommand {
  @Option(
      names = "--specimen",
      paramLabel = "FILE",
      description = "Write a PDF with a card of each design instead.")
  private @Nullable Path specimen;

  @Mixin private CardOptions cards;
  @Mixin private JsonOption json;

  CardsCommand(House.Door door) {
    super(door);
  }

  @Override
  void choose(HouseOptions options) {
    options.choose(cards::over);
  }

  @Override
  int work(House house) {
    if (specimen != null) {
      return write(house, specimen);
    }
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      designs(node.putArray("designs"));
      formats(node.putArray("formats"));
      JsonOption.print(out(), node);
      return DONE;
    }
    Columns columns = new Columns(out());
    columns.print(designs());
    out().println();
    columns.print(formats());
    out().println();
    columns.print(sheets());
    return DONE;
  }

  private int write(House house, Path file) {
    CardSpecimen cardSpecimen = house.specimen();
    switch (cardSpecimen.print()) {
      case Printed.Refused refused -> {
        refused.reasons().stream().map(PrintRefusal::message).forEach(err()::println);
        return FAILED;
      }
      case Printed.Pdf pdf -> {
        WholeFile.write(file, pdf.bytes());
        out().printf("%s has %d pages; %s.%n", file, pdf.pages(), cardSpecimen.instructions());
        return DONE;
      }
    }
  }

  private static List<List<String>> designs() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("design", "mood", "what is on the front"));
    for (CardDesign design : CardDesign.values()) {
      rows.add(List.of(design.word(), design.mood(), design.description()));
    }
    return rows;
  }

  private static List<List<String>> formats() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("card", "what it is"));
    for (CardFormat format : CardFormat.values()) {
      rows.add(List.of(format.word(), format.description()));
    }
    return rows;
  }

  /** How many cards of each format go on each sheet. */
  private static List<List<String>> sheets() {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("sheet"));
    Arrays.stream(CardFormat.values()).map(CardFormat::word).forEach(head::add);
    head.add("what it is");
    rows.add(head);
    for (CardSheet sheet : CardSheet.values()) {
      List<String> row = new ArrayList<>(List.of(sheet.word()));
      for (CardFormat format : CardFormat.values()) {
        row.add(Imposition.of(format, sheet).map(CardsCommand::inShort).orElse("-"));
      }
      row.add(sheet.description());
      rows.add(row);
    }
    return rows;
  }

  private static String inShort(Imposition imposition) {
    return imposition.cardsPerSheet() + (imposition.bleed() > 0 ? ", bleed" : "");
  }

  private static void designs(ArrayNode designs) {
    for (CardDesign design : CardDesign.values()) {
      designs
          .addObject()
          .put("design", design.word())
          .put("mood", design.mood())
          .put("shows", design.description());
    }
  }

  private static void formats(ArrayNode formats) {
    for (CardFormat format : CardFormat.values()) {
      ObjectNode node = formats.addObject().put("card", format.word());
      ArrayNode sheets = node.put("is", format.description()).putArray("sheets");
      for (CardSheet sheet : CardSheet.values()) {
        Optional<Imposition> fitting = Imposition.of(format, sheet);
        fitting.ifPresent(
            imposition ->
                sheets
                    .addObject()
                    .put("sheet", sheet.word())
                    .put("cards", imposition.cardsPerSheet())
                    .put("bleed_mm", imposition.bleed())
                    .put("turned_at", imposition.flip().words()));
      }
    }
  }
}
