package org.regards.pdf;

import static org.regards.pdf.Lengths.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.letter.LetterType;
import org.regards.pdf.AddressText.Room;
import org.regards.pdf.PdfFile.Description;
import org.regards.pdf.PrintRefusal.IncompleteAddress;
import org.regards.postal.AddressLines;
import org.regards.postal.Envelope;
import org.regards.postal.EnvelopeFace;
import org.regards.postal.Rectangle;

/**
 * Prints the faces of envelopes: the sender's address at the top left, the recipient's where the
 * machines of the sender's post look for it. Safe for all threads.
 */
public final class EnvelopePrinter {
  private static final String ROOM = "the envelope";
  private static final Style ADDRESS = Style.BODY.ofSize(12);
  private static final float SMALLEST = 8;

  /** Beyond what the barcode asks for, in millimetres: there is room on an envelope. */
  private static final float AIR = 1.2f;

  private static final Style SENDER_NAME = new Style(Typeface.SERIF, 10.5f, Ink.DEEP);
  private static final float SENDER_LEADING = 10.5f;
  private static final float SMALLEST_SENDER = 6.5f;

  private final Stationery stationery;
  private final Fonts fonts;

  public EnvelopePrinter(Stationery stationery, Fonts fonts) {
    this.stationery = stationery;
    this.fonts = fonts;
  }

  /**
   * The envelope for what goes in: the one that a card is made for, else the one that letters are
   * folded for.
   */
  public Envelope usual(Addressed addressed) {
    return card(addressed)
        .map(EnvelopePrinter::envelope)
        .orElseGet(() -> plain(stationery.paper().in(country(addressed)).envelope()));
  }

  private Optional<CardFormat> card(Addressed addressed) {
    LetterType type = addressed.type();
    return type == null ? Optional.empty() : stationery.cards().format(type, country(addressed));
  }

  /** A postcard goes without one, or into what a folded card of its size goes into. */
  private static Envelope envelope(CardFormat format) {
    return switch (format) {
      case A6, POSTCARD -> Envelope.C6;
      case A5 -> Envelope.C5;
      case US_A2 -> Envelope.US_A2;
      case US_A7 -> Envelope.US_A7;
    };
  }

  /** On its face, where the window is does not matter. */
  private static Envelope plain(Envelope envelope) {
    return Envelope.ALL.stream()
        .filter(named -> named.width() == envelope.width() && named.height() == envelope.height())
        .findFirst()
        .orElse(envelope);
  }

  /** One page an envelope, in order. */
  public AddressPrint print(List<Addressed> all, Envelope envelope) {
    List<Page> pages = new ArrayList<>();
    List<String> printed = new ArrayList<>();
    List<AddressPrint.NotPrinted> refused = new ArrayList<>();
    Tag document = Tag.document();
    for (Addressed addressed : all) {
      List<PrintRefusal> refusals = new ArrayList<>();
      Optional<Page> page = face(addressed, envelope, document, refusals);
      if (page.isPresent() && refusals.isEmpty()) {
        pages.add(page.get());
        printed.add(addressed.name());
      } else {
        refused.add(new AddressPrint.NotPrinted(addressed.name(), refusals));
      }
    }
    byte[] bytes =
        pages.isEmpty()
            ? new byte[0]
            : PdfFile.write(pages, description(all, printed), fonts.subsets());
    return new AddressPrint(bytes, pages.size(), printed, refused);
  }

  private static Description description(List<Addressed> all, List<String> printed) {
    List<Addressed> used =
        all.stream().filter(addressed -> printed.contains(addressed.name())).toList();
    Addressed first = used.getFirst();
    CodeWords words = CodeWords.in(first.language());
    String title =
        used.size() == 1
            ? String.format(words.envelope(), first.recipient().name())
            : String.format(words.envelopes(), used.size());
    return new Description(title, first.language(), AddressPrint.lastDay(used));
  }

  private String country(Addressed addressed) {
    return stationery.country().isEmpty()
        ? addressed.recipient().address().country()
        : stationery.country();
  }

  private Optional<Page> face(
      Addressed addressed, Envelope envelope, Tag document, List<PrintRefusal> refusals) {
    List<String> missing = AddressLines.missing(addressed.recipient());
    if (!missing.isEmpty()) {
      refusals.add(new IncompleteAddress(missing));
      return Optional.empty();
    }
    EnvelopeFace face = EnvelopeFace.of(envelope, country(addressed));
    List<Mark> marks = new ArrayList<>();
    Tag division = document.child(Tag.Role.DIVISION);
    sender(face.sender(), addressed, division, marks, refusals);
    address(face, addressed, division, marks, refusals);
    return Optional.of(new Page(points(envelope.width()), points(envelope.height()), marks));
  }

  private void sender(
      Rectangle zone,
      Addressed addressed,
      Tag division,
      List<Mark> marks,
      List<PrintRefusal> refusals) {
    boolean wantsQr = stationery.codes().qr() && !addressed.codes().letter().isEmpty();
    Optional<QrSymbol> qr =
        wantsQr ? Optional.of(new QrSymbol(addressed.codes().letter())) : Optional.empty();
    float x = zone.x();
    if (qr.isPresent()) {
      String alt = CodeWords.in(addressed.language()).qr();
      marks.add(qr.get().at(x, zone.y(), division, alt));
      x += qr.get().side() + QrSymbol.quietZone() + 1.5f;
    }
    if (stationery.isBlank()) {
      return;
    }
    Pen pen = new Pen(fonts, refusals);
    Tag tag = division.child(Tag.Role.PARAGRAPH);
    float measure = points(zone.right() - x);
    float baseline = points(zone.y());
    boolean name = !stationery.business().isEmpty();
    List<String> lines = new ArrayList<>(stationery.address());
    if (name) {
      lines.addFirst(stationery.business());
    }
    for (int i = 0; i < lines.size(); i++) {
      Style style = name && i == 0 ? SENDER_NAME : Style.SMALL;
      List<TextRun> runs = pen.runs(lines.get(i), style, "the sender's address");
      if (Pen.width(runs) > measure) {
        style = style.ofSize(Math.max(SMALLEST_SENDER, style.size() * measure / Pen.width(runs)));
        runs = pen.runs(lines.get(i), style, "the sender's address");
      }
      baseline += i == 0 ? style.size() * 0.7f : SENDER_LEADING + (name && i == 1 ? 1.5f : 0);
      pen.write(points(x), baseline, runs, tag, marks);
    }
  }

  private void address(
      EnvelopeFace face,
      Addressed addressed,
      Tag division,
      List<Mark> marks,
      List<PrintRefusal> refusals) {
    Optional<RoutingBarcode> barcode =
        RoutingBarcode.of(
            addressed.recipient().address(),
            stationery,
            addressed.codes(),
            addressed.language(),
            refusals);
    Rectangle zone = face.address();
    float forBarcode = barcode.map(code -> code.height() + AIR).orElse(0f);
    Room room = new Room(zone.width(), zone.height() - forBarcode, ROOM, ADDRESS.size(), SMALLEST);
    AddressText.fitting(
            AddressLines.of(addressed.recipient(), stationery.country(), addressed.language()),
            room,
            ADDRESS,
            fonts,
            refusals)
        .ifPresent(block -> place(block, barcode, face, division, marks));
  }

  private void place(
      AddressText block,
      Optional<RoutingBarcode> barcode,
      EnvelopeFace face,
      Tag division,
      List<Mark> marks) {
    Rectangle zone = face.address();
    float width = block.width();
    float forBarcode = 0;
    if (barcode.isPresent()) {
      PostalBars bars = barcode.get().bars();
      width = Math.max(width, bars.width() + bars.clearBeside());
      forBarcode = barcode.get().height() + AIR;
    }
    boolean above = barcode.filter(RoutingBarcode::above).isPresent();
    float x = Math.max(zone.x(), Math.min(face.addressX(), zone.right() - width));
    float y = zone.y() + (zone.height() - block.height() - forBarcode) / 2;
    float textY = above ? y + forBarcode : y;
    float barsY =
        above
            ? y
            : y
                + block.height()
                + forBarcode
                - barcode.map(code -> code.bars().height()).orElse(0f);
    Pen pen = new Pen(fonts, new ArrayList<>());
    barcode
        .filter(RoutingBarcode::above)
        .ifPresent(code -> marks.add(code.bars().at(x, barsY, division, code.alt())));
    block.write(x, textY, pen, division.child(Tag.Role.PARAGRAPH), marks);
    barcode
        .filter(code -> !code.above())
        .ifPresent(code -> marks.add(code.bars().at(x, barsY, division, code.alt())));
  }
}
