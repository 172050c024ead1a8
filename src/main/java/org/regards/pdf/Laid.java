package org.regards.pdf;

import java.util.List;
import org.regards.pdf.PdfFile.Description;

/** What came of laying a letter out. */
public sealed interface Laid {
  /** Finished pages, not yet in a file. Immutable, safe for all threads. */
  final class Pages implements Laid {
    private final List<Page> sheets;
    private final Description description;

    Pages(List<Page> sheets, Description description) {
      this.sheets = List.copyOf(sheets);
      this.description = description;
    }

    /** How many there are. */
    public int count() {
      return sheets.size();
    }

    List<Page> sheets() {
      return sheets;
    }

    Description description() {
      return description;
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
