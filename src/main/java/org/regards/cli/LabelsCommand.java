package org.regards.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.regards.outbox.Addressees.Addressing;
import org.regards.pdf.AddressPrint;
import org.regards.pdf.LabelPrinter.Offset;
import org.regards.postal.LabelSheet;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards labels}. */
@Command(
    name = "labels",
    description = "Print addresses on a sheet of labels.",
    footer = {
      "",
      "Does your printer put them beside the labels? --calibrate prints a page that shows how far.",
      "",
      "Examples:",
      "  regards labels --sheet l7160 L-12 L-13 C-1017",
      "  regards labels --sheet 5160 --start-at 7 --queued",
      "  regards labels --sheet l7163 --calibrate"
    })
final class LabelsCommand extends AddressCommand {
  /** More is no offset of a printer, but another sheet. */
  private static final float MOST = 10;

  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER|CUSTOMER",
      description =
          "Ids of letters, such as L-12, for the address on the letter; of customers for the one on"
              + " record now.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--sheet",
      required = true,
      paramLabel = "SHEET",
      converter = LabelSheetConverter.class,
      description = "The sheet of labels: 5160, 5163, l7160 or l7163.")
  private LabelSheet sheet;

  @Option(
      names = "--start-at",
      paramLabel = "N",
      defaultValue = "1",
      description = "The first label that is still on the sheet, counted row by row. Default: 1.")
  private int startAt;

  @Option(
      names = "--offset-x",
      paramLabel = "MM",
      defaultValue = "0",
      description = "Print so many millimetres further to the right; less than 0: to the left.")
  private float offsetX;

  @Option(
      names = "--offset-y",
      paramLabel = "MM",
      defaultValue = "0",
      description = "Print so many millimetres further down; less than 0: up.")
  private float offsetY;

  @Option(names = "--calibrate", description = "Print a page that shows how far printing is off.")
  private boolean calibrate;

  @SuppressWarnings("NullAway.Init") // picocli sets what is required
  LabelsCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Offset offset = offset();
    if (calibrate) {
      Path to = file(house, "labels-%s-calibration.pdf".formatted(sheet.word()));
      WholeFile.write(to, house.labels().calibration(sheet, offset));
      tell(
          "%s shows where your printer puts the labels of a sheet %s.".formatted(to, sheet.word()));
      return done();
    }
    if (startAt < 1 || startAt > sheet.count()) {
      throw wrong(
          "--start-at is %d; a sheet %s has the labels 1 to %d."
              .formatted(startAt, sheet.word(), sheet.count()));
    }
    List<Addressing> found =
        addressings(
            house.addressees(),
            names,
            "Say whose labels: name letters (L-12) or customers, or --queued, or --run RUN, or"
                + " --calibrate.");
    AddressPrint print = house.labels().print(free(found), sheet, startAt, offset);
    write(
        print,
        file(house, "labels-%s.pdf".formatted(sheet.word())),
        "%s on %s %s"
            .formatted(
                count(print.printed().size(), "label"),
                count(print.pages(), "sheet"),
                sheet.word()));
    int used = (startAt - 1 + print.printed().size()) % sheet.count();
    if (!print.printed().isEmpty() && used > 0) {
      tell("The next free label of the last sheet: --start-at %d".formatted(used + 1));
    }
    return done();
  }

  private Offset offset() {
    // written so that a NaN is refused too
    if (!(Math.abs(offsetX) <= MOST && Math.abs(offsetY) <= MOST)) {
      throw wrong(
          "--offset-x and --offset-y are millimetres between -%1$.0f and %1$.0f; beyond that take another sheet."
              .formatted(MOST));
    }
    return new Offset(offsetX, offsetY);
  }

  private ParameterException wrong(String words) {
    return new ParameterException(spec().commandLine(), words);
  }
}
