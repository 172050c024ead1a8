package org.regards.pdf;

import static org.regards.pdf.Lengths.millimetres;
import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterChannel;
import org.regards.letter.Recipient;
import org.regards.pdf.PrintRefusal.AddressLineTooWide;
import org.regards.pdf.PrintRefusal.AddressOnFold;
import org.regards.pdf.PrintRefusal.AddressTallerThanWindow;
import org.regards.pdf.PrintRefusal.AddressWithBarcodeTallerThanWindow;
import org.regards.pdf.PrintRefusal.BarcodeWiderThanWindow;
import org.regards.pdf.PrintRefusal.IncompleteAddress;
import org.regards.pdf.PrintRefusal.LaterPanelInWindow;
import org.regards.pdf.PrintRefusal.TooLargeForEnvelope;
import org.regards.pdf.PrintRefusal.TooManyAddressLines;
import org.regards.postal.AddressLines;
import org.regards.postal.LineHeight;
import org.regards.postal.NearestFit;
import org.regards.postal.Rectangle;
import org.regards.postal.WindowFit;

/**
 * What is to show in the window: the sender's address in one small line where the form has it, and
 * the recipient's. Used by one thread, for one letter.
 */
final class AddressBlock {
  private static final String ADDRESS = "the address";
  private static final float LARGEST_RETURN_LINE = 7.5f;
  private static final float SMALLEST_RETURN_LINE = 5.5f;
  private static final float RULE_THICKNESS = 0.25f;

  /**
   * From the bottom of its zone up to the baseline of the return line, and to the rule under it.
   */
  private static final float RETURN_BASELINE = 1.6f;

  private static final float RETURN_RULE = 0.4f;

  /** DIN 5008 has six lines in 27.3 mm. */
  static final Setting REGULAR = new Setting(Style.BODY, points(27.3f / AddressLines.MOST));

  /** For a window that does not show as much; the post of no country asks for more than 8 pt. */
  static final Setting TIGHT = new Setting(Style.BODY.ofSize(10), 10.7f);

  /** For a window that has to show a barcode too. */
  private static final Setting TIGHTEST = new Setting(Style.BODY.ofSize(9), 9.7f);

  private final WindowFit fit;
  private final Pen pen;
  private final Fonts fonts;

  /** Lines are measured for where they are broken, for whether they show, and to be written. */
  private final Map<Written, List<TextRun>> written = new HashMap<>();

  private record Written(String text, Style style) {}

  private final @Nullable RoutingBarcode barcode;

  /** A size of type, with the distance of its lines in points. */
  record Setting(Style style, float leading) {
    LineHeight height(Fonts fonts) {
      FontFace.Metrics metrics = fonts.first(style.typeface()).metrics();
      float thousandth = millimetres(style.size() / 1000);
      return new LineHeight(
          metrics.ascent() * thousandth, -metrics.descent() * thousandth, millimetres(leading));
    }
  }

  private record Lines(List<String> lines, Setting setting) {}

  /**
   * @param barcode that stands with the address, or null
   */
  AddressBlock(WindowFit fit, Pen pen, Fonts fonts, @Nullable RoutingBarcode barcode) {
    this.fit = fit;
    this.pen = pen;
    this.fonts = fonts;
    this.barcode = barcode;
  }

  void returnLine(Stationery stationery, List<Mark> marks) {
    if (stationery.address().isEmpty() || !fit.form().returnLine().isWanted()) {
      return;
    }
    List<String> parts =
        Stream.concat(Stream.of(stationery.business()), stationery.address().stream())
            .filter(part -> !part.isEmpty())
            .toList();
    float x = fit.form().address().textX();
    float measure = points((fit.hasWindow() ? fit.visible() : fit.addressRoom()).right() - x);
    Style style = Style.SMALL.ofSize(LARGEST_RETURN_LINE);
    for (int from = 0; from < parts.size(); from++) {
      String text = String.join(" · ", parts.subList(from, parts.size()));
      float width = Pen.width(pen.runs(text, style, "the letterhead"));
      float size = Math.min(LARGEST_RETURN_LINE, LARGEST_RETURN_LINE * measure / width);
      if (size >= SMALLEST_RETURN_LINE) {
        returnLine(points(x), pen.runs(text, style.ofSize(size), "the letterhead"), marks);
        return;
      }
    }
  }

  private void returnLine(float x, List<TextRun> runs, List<Mark> marks) {
    float bottom = fit.form().returnLine().y() + fit.form().returnLine().height();
    pen.adorn(x, points(bottom - RETURN_BASELINE), runs, marks);
    float y = points(bottom - RETURN_RULE);
    marks.add(new Mark.Rule(x, y, x + Pen.width(runs), y, RULE_THICKNESS, Ink.GREY));
  }

  /**
   * The address in the window, or why it cannot stand there; the name alone where the letter goes
   * by email and the rest is not known.
   */
  void address(
      Recipient recipient,
      LetterChannel channel,
      String sentFrom,
      LetterLanguage language,
      Tag document,
      List<Mark> marks,
      List<PrintRefusal> refusals) {
    List<String> missing = AddressLines.missing(recipient);
    if (!missing.isEmpty() && channel == LetterChannel.PRINT) {
      refusals.add(new IncompleteAddress(missing));
      return;
    }
    // no postman reads what goes by email
    List<String> whole =
        missing.isEmpty()
            ? AddressLines.of(recipient, sentFrom, language)
            : Stream.of(recipient.name(), recipient.organisation())
                .filter(line -> !line.isBlank())
                .toList();
    if (fit.showsLaterPanel()) {
      refusals.add(new LaterPanelInWindow(fit, nearest(whole)));
      return;
    }
    if (!fit.goesIn()) {
      refusals.add(new TooLargeForEnvelope(fit, nearest(whole)));
      return;
    }
    Lines lines = set(whole, fit).orElseGet(() -> set(whole, REGULAR, fit));
    float top = top(lines);
    refusals.addAll(refusals(whole, lines, top));
    LineHeight height = lines.setting().height(fonts);
    float baseline = points(top + height.ascent());
    Tag tag = document.child(Tag.Role.PARAGRAPH);
    for (String line : lines.lines()) {
      List<TextRun> runs = runs(line, lines.setting().style());
      pen.write(points(fit.form().address().textX()), baseline, runs, tag, marks);
      baseline += lines.setting().leading();
    }
    if (barcode != null) {
      float bottom = top + height.of(lines.lines().size());
      float x = fit.form().address().textX();
      marks.add(barcode.at(x, top, bottom, document));
    }
  }

  /** What of the window is left for the lines. */
  private Rectangle room(WindowFit into) {
    Rectangle room = into.addressRoom();
    return barcode == null || room.isEmpty()
        ? room
        : barcode.besides(room, into.envelope().clearance());
  }

  private Stream<Setting> settings() {
    return barcode == null ? Stream.of(REGULAR, TIGHT) : Stream.of(REGULAR, TIGHT, TIGHTEST);
  }

  private float top(Lines lines) {
    Rectangle room = room(fit);
    float height = lines.setting().height(fonts).of(lines.lines().size());
    return switch (fit.form().address().setting()) {
      case FROM_THE_TOP -> room.y();
      case IN_THE_MIDDLE -> room.y() + Math.max(0, room.height() - height) / 2;
    };
  }

  /** The largest setting in which the whole address shows, if there is one. */
  private Optional<Lines> set(List<String> whole, WindowFit into) {
    return into.addressRoom().isEmpty()
        ? Optional.empty()
        : settings()
            .map(setting -> set(whole, setting, into))
            .filter(lines -> shows(lines, into))
            .findFirst();
  }

  private Lines set(List<String> whole, Setting setting, WindowFit into) {
    Rectangle room = room(into);
    List<String> lines =
        room.isEmpty()
            ? whole
            : whole.stream()
                .flatMap(line -> broken(line, setting.style(), room.width()).stream())
                .toList();
    return new Lines(lines, setting);
  }

  private boolean shows(Lines lines, WindowFit into) {
    int count = lines.lines().size();
    Rectangle room = room(into);
    return count <= AddressLines.MOST
        && count <= lines.setting().height(fonts).linesIn(room.height())
        && (barcode == null || barcode.width() <= room.width())
        && lines.lines().stream()
            .allMatch(line -> width(line, lines.setting().style()) <= room.width());
  }

  private List<PrintRefusal> refusals(List<String> whole, Lines lines, float top) {
    if (whole.size() > AddressLines.MOST) {
      return List.of(new TooManyAddressLines(whole.size(), AddressLines.MOST));
    }
    int count = lines.lines().size();
    LineHeight height = lines.setting().height(fonts);
    for (int i = 0; i < count; i++) {
      float lineTop = top + i * height.leading();
      Optional<Float> fold = fit.foldBetween(lineTop, lineTop + height.of(1));
      if (fold.isPresent()) {
        return List.of(new AddressOnFold(i + 1, fold.get(), fit, nearest(whole)));
      }
    }
    Rectangle room = room(fit);
    List<PrintRefusal> tooWide = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float width = width(lines.lines().get(i), lines.setting().style());
      if (width > room.width() && !room.isEmpty()) {
        tooWide.add(new AddressLineTooWide(i + 1, width, room.width()));
      }
    }
    if (!tooWide.isEmpty()) {
      return tooWide;
    }
    if (count > AddressLines.MOST) {
      return List.of(new TooManyAddressLines(count, AddressLines.MOST));
    }
    if (barcode != null && !room.isEmpty() && barcode.width() > room.width()) {
      return List.of(
          new BarcodeWiderThanWindow(barcode.width(), room.width(), fit, nearest(whole)));
    }
    return count > height.linesIn(room.height())
        ? List.of(tooTall(count, height, nearest(whole)))
        : List.of();
  }

  private PrintRefusal tooTall(int count, LineHeight height, @Nullable WindowFit nearest) {
    return barcode == null
        ? new AddressTallerThanWindow(count, height.of(count), fit, nearest)
        : new AddressWithBarcodeTallerThanWindow(
            count, height.of(count) + barcode.height(), fit, nearest);
  }

  private @Nullable WindowFit nearest(List<String> whole) {
    return NearestFit.to(fit, other -> set(whole, other).isPresent()).orElse(null);
  }

  /** A line of the address, broken at spaces where it is wider than the window shows. */
  private List<String> broken(String line, Style style, float measure) {
    List<String> lines = new ArrayList<>();
    String rest = line;
    while (width(rest, style) > measure && rest.indexOf(' ') > 0) {
      int cut = rest.lastIndexOf(' ');
      while (width(rest.substring(0, cut), style) > measure && rest.lastIndexOf(' ', cut - 1) > 0) {
        cut = rest.lastIndexOf(' ', cut - 1);
      }
      lines.add(rest.substring(0, cut));
      rest = rest.substring(cut + 1);
    }
    lines.add(rest);
    return lines;
  }

  private float width(String text, Style style) {
    return millimetres(Pen.width(runs(text, style)));
  }

  private List<TextRun> runs(String text, Style style) {
    return written.computeIfAbsent(
        new Written(text, style), ignored -> pen.runs(text, style, ADDRESS));
  }
}
