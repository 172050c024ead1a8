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
    private final PlateMaker plateMaker;
    private volatile @Nullable Plates plates;

    Pages(List<Page> sheets, Description description, PlateMaker plateMaker) {
      this.sheets = List.copyOf(sheets);
      this.description = description;
      this.plateMaker = plateMaker;
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
      plates();
      return this;
    }

    /**
     * Some of them, in their order.
     *
     * @param from counted from 0
     * @param to not itself among them
     */
    public Pages part(int from, int to) {
      return new Pages(sheets.subList(from, to), description, plateMaker);
    }

    List<Page> sheets() {
      return sheets;
    }

    Description description() {
      return description;
    }

    /** Plates that fit any file, unless their fonts say otherwise. */
    Plates plates() {
      Plates known = plates;
      if (known == null) {
        known = plateMaker.plates(sheets, new FontUse());
        plates = known;
      }
      return known;
    }

    /** Plates for one file. */
    Plates plates(FontUse fonts) {
      Plates any = plates();
      return any.fonts().fitsAnyFile() ? any : plateMaker.plates(sheets, fonts);
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
