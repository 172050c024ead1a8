package org.regards.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.PdfFile.Description;

/** What came of laying a letter out. */
public sealed interface Laid {
  /** Finished pages, not yet in a file. Immutable, safe for all threads. */
  final class Pages implements Laid {
    private final List<Page> sheets;
    private final Description description;
    private final Press press;
    private volatile @Nullable PressedLetter pressed;

    Pages(List<Page> sheets, Description description, Press press) {
      this.sheets = List.copyOf(sheets);
      this.description = description;
      this.press = press;
    }

    /** How many there are. */
    public int count() {
      return sheets.size();
    }

    /**
     * Does now, and on this thread, what can be done for a run before it is the letter's turn:
     * {@link PdfRunFile#add} then has little left to do.
     */
    public Pages prepared() {
      pressed();
      return this;
    }

    List<Page> sheets() {
      return sheets;
    }

    Description description() {
      return description;
    }

    /** Pressed for any file, unless the supplies say otherwise. */
    PressedLetter pressed() {
      PressedLetter known = pressed;
      if (known == null) {
        known = press.pressed(sheets, new Supplies());
        pressed = known;
      }
      return known;
    }

    /** PressedLetter for one file. */
    PressedLetter pressed(Supplies supplies) {
      PressedLetter any = pressed();
      return any.supplies().fitsAnyFile() ? any : press.pressed(sheets, supplies);
    }
  }

  /**
   * The letter cannot be printed as it is.
   *
   * @param reasons all of them, at least one
   */
  record Refused(List<PrintRefusal> reasons) implements Laid {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
