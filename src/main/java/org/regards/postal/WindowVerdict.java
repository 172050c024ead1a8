package org.regards.postal;

import java.util.Locale;
import java.util.Optional;

/**
 * What a window makes of addresses set in given type.
 *
 * @param regular the type that addresses are set in
 * @param tight the smaller type for an address that would not fit otherwise
 */
public record WindowVerdict(WindowFit fit, LineHeight regular, LineHeight tight) {
  /** Name, street and town: no address is shorter. */
  public static final int FEWEST_LINES = 3;

  /** How many lines of an address show, however the sheet slips. */
  public int lines() {
    return lines(regular);
  }

  /** How many do in the smaller type. */
  public int tightLines() {
    return Math.max(lines(), lines(tight));
  }

  /** How many lines there is room for in all that always shows, wherever the form begins them. */
  public int mostLines() {
    return regular.linesIn(fit.visible().height());
  }

  public boolean isGood() {
    return fit.goesIn() && lines() >= FEWEST_LINES;
  }

  /** Where a line of an address would stand; the first is 1. */
  public Rectangle line(int number, int of) {
    Rectangle room = fit.addressRoom();
    float top =
        switch (fit.form().address().setting()) {
          case FROM_THE_TOP -> room.y();
          case IN_THE_MIDDLE -> room.y() + Math.max(0, room.height() - regular.of(of)) / 2;
        };
    return new Rectangle(
        room.x(), top + (number - 1) * regular.leading(), room.width(), regular.of(1));
  }

  /** The smallest change with which an address of any usual length shows. */
  public Optional<WindowFit> nearest() {
    return NearestFit.to(
        fit, other -> new WindowVerdict(other, regular, tight).lines() > FEWEST_LINES);
  }

  /** In one sentence. */
  public String message() {
    String remedy =
        nearest().map(other -> "; with " + other.changesFrom(fit) + " it fits").orElse("");
    if (fit.showsLaterPanel()) {
      return "does not fit: " + fit.laterPanel() + remedy;
    }
    if (!fit.goesIn()) {
      return String.format(
          Locale.ROOT,
          "does not fit: the folded sheet is %.1f × %.1f mm, the envelope %.1f × %.1f mm%s",
          fit.insertWidth(),
          fit.insertHeight(),
          fit.envelope().width(),
          fit.envelope().height(),
          remedy);
    }
    if (!fit.hasWindow()) {
      return "goes in; this envelope has no window: the address goes on its face";
    }
    if (!isGood()) {
      return String.format(
          Locale.ROOT,
          "does not fit: %.1f mm of the address always show, which is %d of at least %d lines%s",
          fit.addressRoom().height(),
          lines(),
          FEWEST_LINES,
          remedy);
    }
    String smaller = tightLines() > lines() ? ", of " + tightLines() + " in smaller type" : "";
    return "fits: an address of " + lines() + " lines" + smaller;
  }

  private int lines(LineHeight height) {
    return fit.goesIn()
        ? Math.min(AddressLines.MOST, height.linesIn(fit.addressRoom().height()))
        : 0;
  }
}
