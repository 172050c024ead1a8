package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.language.LetterLanguage;
import org.regards.pdf.AddressText.Room;
import org.regards.pdf.PdfFile.Description;
import org.regards.pdf.PrintRefusal.IncompleteAddress;
import org.regards.postal.AddressLines;
import org.regards.postal.LabelSheet;
import org.regards.postal.Rectangle;

/** Prints addresses on sheets of labels. Safe for all threads. */
public final class LabelPrinter {
  private static final String ROOM = "the label";
  private static final float SMALLEST = 7;

  /** What no printer can be trusted with along the edge of a label, in millimetres. */
  private static final float SIDE = 4.5f;

  private static final float TOP = 2.5f;

  private final Stationery stationery;
  private final Fonts fonts;

  public LabelPrinter(Stationery stationery, Fonts fonts) {
    this.stationery = stationery;
    this.fonts = fonts;
  }

  /**
   * How far everything is moved, in millimetres, for a printer that does not take the paper exactly
   * where it should.
   *
   * @param x to the right
   * @param y downwards
   */
  public record Offset(float x, float y) {
    public static final Offset NONE = new Offset(0, 0);
  }

  /**
   * One label an address, in order; an address that does not fit leaves no gap.
   *
   * @param startAt the first label that is still on the first sheet, from 1
   */
  public AddressPrint print(List<Addressed> all, LabelSheet sheet, int startAt, Offset offset) {
    List<Page> pages = new ArrayList<>();
    List<Addressed> printed = new ArrayList<>();
    List<AddressPrint.NotPrinted> refused = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    Tag document = Tag.document();
    int number = startAt;
    for (Addressed addressed : all) {
      List<PrintRefusal> refusals = new ArrayList<>();
      Optional<AddressText> block = block(addressed, sheet, refusals);
      if (block.isEmpty()) {
        refused.add(new AddressPrint.NotPrinted(addressed.name(), refusals));
        continue;
      }
      if (number > sheet.count()) {
        pages.add(page(sheet, marks));
        marks.clear();
        number = 1;
      }
      place(block.get(), sheet.label(number), offset, document, marks);
      printed.add(addressed);
      number++;
    }
    if (printed.isEmpty()) {
      return new AddressPrint(new byte[0], 0, List.of(), refused);
    }
    pages.add(page(sheet, marks));
    LetterLanguage language = printed.getFirst().language();
    Description description =
        new Description(CodeWords.in(language).labels(), language, AddressPrint.lastDay(printed));
    return new AddressPrint(
        PdfFile.write(pages, description, fonts.subsets()),
        pages.size(),
        printed.stream().map(Addressed::name).toList(),
        refused);
  }

  /** A page that shows how far this printer is from a sheet. */
  public byte[] calibration(LabelSheet sheet, Offset offset) {
    return new CalibrationPage(sheet, offset, fonts).write();
  }

  private Optional<AddressText> block(
      Addressed addressed, LabelSheet sheet, List<PrintRefusal> refusals) {
    List<String> missing = AddressLines.missing(addressed.recipient());
    if (!missing.isEmpty()) {
      refusals.add(new IncompleteAddress(missing));
      return Optional.empty();
    }
    return AddressText.fitting(
        AddressLines.of(addressed.recipient(), stationery.country(), addressed.language()),
        new Room(
            sheet.width() - 2 * SIDE, sheet.height() - 2 * TOP, ROOM, largest(sheet), SMALLEST),
        Style.BODY,
        fonts,
        refusals);
  }

  /** 10 pt on a label of an inch, and a point more for each half of an inch. */
  private static float largest(LabelSheet sheet) {
    return 10 + (sheet.height() - 25.4f) / 12.7f;
  }

  private void place(
      AddressText block, Rectangle label, Offset offset, Tag document, List<Mark> marks) {
    float y = label.y() + (label.height() - block.height()) / 2;
    block.write(
        label.x() + SIDE + offset.x(),
        y + offset.y(),
        new Pen(fonts, new ArrayList<>()),
        document.child(Tag.Role.PARAGRAPH),
        marks);
  }

  private static Page page(LabelSheet sheet, List<Mark> marks) {
    return new Page(points(sheet.sheetWidth()), points(sheet.sheetHeight()), marks);
  }
}
