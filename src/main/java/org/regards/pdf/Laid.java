package org.regards.pdf;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.PdfFile.Description;

/** What came of laying a letter out. */
public sealed interface Laid {
  /** Finished pages, not yet in a file. Immutable, safe for all threads. */
  final class Pages implements Laid {
    private final List<Page> sheets;
    private final Description description;
    private volatile @Nullable PressedLetter pressed;
    private final @Nullable Imposition imposition;

    Pages(List<Page> sheets, Description description) {
      this(sheets, description, null);
    }

    /**
     * @param imposition how the two sides of a card are put on a sheet, or null for a letter
     */
    Pages(List<Page> sheets, Description description, @Nullable Imposition imposition) {
      this.sheets = List.copyOf(sheets);
      this.description = description;
      this.imposition = imposition;
    }

    /** How many there are. */
    public int count() {
      return sheets.size();
    }

    /**
     * Does now, and on this thread, what can be done for a run before it is the letter's turn:
     * {@link PdfRunFile#add} then has little left to do. Cards must come to a sheet first.
     */
    public Pages prepared() {
      if (imposition == null) {
        pressed();
      }
      return this;
    }

    /**
     * Some of them, in their order.
     *
     * @param from counted from 0
     * @param to not itself among them
     */
    public Pages part(int from, int to) {
      return new Pages(sheets.subList(from, to), description, imposition);
    }

    /**
     * How the two sides of a card are put on a sheet, alone or with others of the same imposition;
     * none when these are pages as they are printed.
     */
    public Optional<Imposition> imposition() {
      return Optional.ofNullable(imposition);
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
        known = Press.pressed(sheets, new Supplies());
        pressed = known;
      }
      return known;
    }

    /** Pressed for one file. */
    PressedLetter pressed(Supplies supplies) {
      PressedLetter any = pressed();
      return any.supplies().fitsAnyFile() ? any : Press.pressed(sheets, supplies);
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
