package org.regards.postal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regards.postal.Envelope.Window;
import org.regards.postal.LetterForm.AddressField;
import org.regards.postal.LetterForm.Sheet;

/**
 * A letter in a window envelope: what the window shows of the sheet, however the sheet slips. In
 * millimetres on the unfolded sheet, from its top left corner.
 */
public record WindowFit(LetterForm form, Envelope envelope, FoldPlan fold) {
  /** What is lost in rounding between inches and millimetres. */
  private static final float TOLERANCE = 0.01f;

  /** The width of the folded sheet. */
  public float insertWidth() {
    return form.sheet().width();
  }

  /** The height of the folded sheet. */
  public float insertHeight() {
    return fold.folded(form.sheet().height());
  }

  public float firstPanel() {
    return fold.firstPanel(form.sheet().height());
  }

  /** How far the sheet can slip sideways. */
  public float travelAcross() {
    return envelope.width() - insertWidth();
  }

  /** How far it can slip up and down. */
  public float travelDown() {
    return envelope.height() - insertHeight();
  }

  /** Whether the envelope is large enough, and its window shows nothing but the first panel. */
  public boolean goesIn() {
    return isSmallEnough() && !showsLaterPanel();
  }

  /**
   * Whether another panel sticks out beyond the first where the window may show it: below is the
   * letter itself, above the back of the sheet, on which a letter on both sides goes on.
   */
  public boolean showsLaterPanel() {
    Window window = envelope.window();
    if (window == null || !isSmallEnough()) {
      return false;
    }
    float top = windowTop(window);
    return (above() > TOLERANCE && top - travelDown() < above() - TOLERANCE)
        || (below() > TOLERANCE && top + window.height() > above() + firstPanel() + TOLERANCE);
  }

  /** In words, what {@link #showsLaterPanel} found. */
  public String laterPanel() {
    return String.format(
        Locale.ROOT,
        "folded %s, the sheet sticks out %.1f mm above and %.1f mm below its first panel, and the"
            + " window of a %s envelope may show what is printed there",
        fold.word(),
        above(),
        below(),
        envelope.word());
  }

  public boolean hasWindow() {
    return envelope.window() != null;
  }

  /** What always shows, less the clearance; empty without a window. */
  public Rectangle visible() {
    Window window = envelope.window();
    if (window == null || !goesIn()) {
      return new Rectangle(0, 0, 0, 0);
    }
    float top = windowTop(window) - above();
    return Rectangle.between(
            window.left(),
            top,
            window.left() + window.width() - travelAcross(),
            top + window.height() - travelDown())
        .shrunk(envelope.clearance())
        .within(panel());
  }

  /** What shows at one time or another; empty without a window. */
  public Rectangle reach() {
    Window window = envelope.window();
    if (window == null || !goesIn()) {
      return new Rectangle(0, 0, 0, 0);
    }
    float top = windowTop(window) - above();
    return Rectangle.between(
            window.left() - travelAcross(),
            top - travelDown(),
            window.left() + window.width(),
            top + window.height())
        .within(panel());
  }

  /**
   * Where the recipient's address may stand: what always shows, from where the form begins it; the
   * form's field when the envelope has no window.
   */
  public Rectangle addressRoom() {
    AddressField field = form.address();
    if (!hasWindow()) {
      return Rectangle.between(field.textX(), field.linesFrom(), field.right(), field.bottom());
    }
    float from =
        switch (field.setting()) {
          case FROM_THE_TOP -> field.linesFrom();
          case IN_THE_MIDDLE -> 0;
        };
    Rectangle room =
        visible()
            .within(Rectangle.between(field.textX(), from, field.right(), form.sheet().height()));
    return room.isEmpty() ? new Rectangle(field.textX(), field.linesFrom(), 0, 0) : room;
  }

  /** The fold that goes through a stretch of the sheet, if one does. */
  public Optional<Float> foldBetween(float top, float bottom) {
    return fold.on(form.sheet().height()).stream()
        .filter(at -> at > top && at < bottom)
        .findFirst();
  }

  /** In settings: {@code stationery.fold = thirds}, only what differs from another fit. */
  public String changesFrom(WindowFit other) {
    List<String> changes = new ArrayList<>();
    if (form != other.form) {
      changes.add("stationery.form = " + form.word());
    }
    if (!envelope.equals(other.envelope)) {
      changes.add("stationery.envelope = " + envelope.word());
    }
    if (!fold.equals(other.fold)) {
      changes.add("stationery.fold = " + fold.word());
    }
    return String.join(" and ", changes);
  }

  private float windowTop(Window window) {
    return envelope.height() - window.bottom() - window.height();
  }

  /** From the top of the folded sheet to the top of the first panel. */
  public float above() {
    return fold.above(form.sheet().height());
  }

  private float below() {
    return fold.below(form.sheet().height());
  }

  private boolean isSmallEnough() {
    return travelAcross() >= -TOLERANCE && travelDown() >= -TOLERANCE;
  }

  private Rectangle panel() {
    Sheet sheet = form.sheet();
    return new Rectangle(0, 0, sheet.width(), firstPanel());
  }
}
