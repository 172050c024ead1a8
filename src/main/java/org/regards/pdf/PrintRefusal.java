package org.regards.pdf;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.postal.WindowFit;

/** Why a letter cannot be printed. */
public sealed interface PrintRefusal {
  /** In words that an account manager understands, with what to do; without the address itself. */
  String message();

  /**
   * A character that cannot be printed faithfully.
   *
   * @param where for example {@code the address} or {@code part next-step}
   */
  record UnprintableCharacter(int codePoint, Reason reason, String where) implements PrintRefusal {
    /** Why, and what helps. */
    public enum Reason {
      NO_FONT("no font has it; put a TrueType font that has it into the font folder"),
      NEEDS_SHAPING("its script is not set on paper yet; send this letter by email"),
      CONTROL("it has no form on paper; take it out");

      private final String words;

      Reason(String words) {
        this.words = words;
      }
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%s holds the character %s, which cannot be printed: %s",
          where,
          name(),
          reason.words);
    }

    /** For example {@code 山 (U+5C71, CJK UNIFIED IDEOGRAPHS 5C71)}. */
    public String name() {
      String visible = reason == Reason.CONTROL ? "" : Character.toString(codePoint).strip() + " ";
      String name = Character.getName(codePoint);
      return String.format(
          Locale.ROOT, "%s(U+%04X, %s)", visible, codePoint, name == null ? "unassigned" : name);
    }
  }

  /**
   * The post could not deliver it.
   *
   * @param missing what is missing, in words: {@code a postal code}
   */
  record IncompleteAddress(List<String> missing) implements PrintRefusal {
    public IncompleteAddress {
      missing = List.copyOf(missing);
    }

    @Override
    public String message() {
      return "the address lacks "
          + String.join(" and ", missing)
          + "; complete it in the customer's record, or send this letter by email";
    }
  }

  record TooManyAddressLines(int lines, int most) implements PrintRefusal {
    @Override
    public String message() {
      return "the address has "
          + lines
          + " lines and a window shows "
          + most
          + " at most: "
          + (lines == most + 1
              ? "line " + lines + " does"
              : "lines " + (most + 1) + " to " + lines + " do")
          + " not fit; shorten the street or the organisation in the customer's record";
    }
  }

  /**
   * A line that the window of the envelope would cut.
   *
   * @param line counted from 1
   */
  record AddressLineTooWide(int line, float millimetres, float most) implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "line %d of the address is %.0f mm wide and the window shows %.0f mm; shorten it or break"
              + " it in two in the customer's record",
          line,
          millimetres,
          most);
    }
  }

  /**
   * An address that the window does not show as a whole, however the sheet slips.
   *
   * @param height in millimetres
   * @param nearest the smallest change with which it fits, or null when there is none
   */
  record AddressTallerThanWindow(
      int lines, float height, WindowFit fit, @Nullable WindowFit nearest) implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "the %d lines of the address are %.1f mm high, and the window of %s shows %.1f mm of them"
              + " however the sheet slips; %s",
          lines,
          height,
          Words.folded(fit),
          fit.addressRoom().height(),
          Words.remedy(
              fit, nearest, "shorten the street or the organisation in the customer's record"));
    }
  }

  /**
   * A line of the address would lie on a fold.
   *
   * @param line counted from 1
   * @param fold in millimetres from the top
   * @param nearest the smallest change with which it does not, or null when there is none
   */
  record AddressOnFold(int line, float fold, WindowFit fit, @Nullable WindowFit nearest)
      implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "line %d of the address lies on the fold %.1f mm from the top of %s; %s",
          line,
          fold,
          Words.folded(fit),
          Words.remedy(fit, nearest, "choose other folds with stationery.fold"));
    }
  }

  /**
   * Something that is nobody's business would show in the window.
   *
   * @param what in words: {@code the letterhead}
   * @param top in millimetres, as is {@code bottom}
   */
  record ShownInWindow(
      String what, float top, float bottom, WindowFit fit, @Nullable WindowFit nearest)
      implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%s stands %.1f to %.1f mm from the top of the page, and the window of %s may show"
              + " everything from %.1f to %.1f mm there; %s",
          what,
          top,
          bottom,
          Words.folded(fit),
          fit.reach().y(),
          fit.reach().bottom(),
          Words.remedy(fit, nearest, "shorten it, or choose another stationery.form"));
    }
  }

  /** The folded sheet is larger than the envelope. */
  record TooLargeForEnvelope(WindowFit fit, @Nullable WindowFit nearest) implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "the sheet folded %s is %.1f × %.1f mm and does not go into a %s envelope of"
              + " %.1f × %.1f mm; %s",
          fit.fold().word(),
          fit.insertWidth(),
          fit.insertHeight(),
          fit.envelope().word(),
          fit.envelope().width(),
          fit.envelope().height(),
          Words.remedy(fit, nearest, "choose a larger one with stationery.envelope"));
    }
  }

  record TooManyPages(int pages, int most) implements PrintRefusal {
    @Override
    public String message() {
      return "the letter needs "
          + pages
          + " pages, and a letter has "
          + most
          + " at most; shorten it";
    }
  }

  /** A card has one side for its words. */
  record TooLongForCard() implements PrintRefusal {
    @Override
    public String message() {
      return "the words do not fit on one side of the card; shorten them";
    }
  }

  /**
   * A line that does not fit although the type was made small.
   *
   * @param line counted from 1
   * @param room what it does not fit, for example {@code the label}
   */
  record LineTooWide(int line, float millimetres, float most, String room) implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "line %d of the address is %.0f mm wide in the smallest type and %s has room for %.0f mm;"
              + " shorten it or break it in two in the customer's record",
          line,
          millimetres,
          room,
          most);
    }
  }

  /**
   * More lines than fit although the type was made small.
   *
   * @param room what they do not fit, for example {@code the label}
   */
  record TooManyLines(int lines, int most, String room) implements PrintRefusal {
    @Override
    public String message() {
      return "the address has "
          + lines
          + " lines in the smallest type and "
          + room
          + " has room for "
          + most
          + "; shorten the street or the organisation in the customer's record";
    }
  }

  /**
   * An address that fits its window without the barcode, but not with it.
   *
   * @param height of both, in millimetres
   * @param nearest the smallest change with which they fit, or null when there is none
   */
  record AddressWithBarcodeTallerThanWindow(
      int lines, float height, WindowFit fit, @Nullable WindowFit nearest) implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "the %d lines of the address and the barcode are %.1f mm high, and the window of %s shows"
              + " %.1f mm of them however the sheet slips; %s",
          lines,
          height,
          Words.folded(fit),
          fit.addressRoom().height(),
          Words.remedy(
              fit, nearest, "shorten the street or the organisation in the customer's record"));
    }
  }

  /**
   * A barcode that the window would cut.
   *
   * @param width in millimetres, with what must stay white beside it
   * @param nearest the smallest change with which it fits, or null when there is none
   */
  record BarcodeWiderThanWindow(float width, float most, WindowFit fit, @Nullable WindowFit nearest)
      implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "the barcode is %.1f mm wide, and the window of %s shows %.1f mm of it however the sheet"
              + " slips; %s",
          width,
          Words.folded(fit),
          most,
          Words.remedy(fit, nearest, "take the codes out of the settings"));
    }
  }

  /**
   * A barcode that the sender wants cannot be made.
   *
   * @param barcode for example {@code the KIX barcode}
   */
  record NoBarcode(String barcode, String reason) implements PrintRefusal {
    @Override
    public String message() {
      return barcode
          + " cannot be made of the address: "
          + reason
          + "; correct it in the customer's record";
    }
  }

  /** What refusals of a window have in common. */
  final class Words {
    private Words() {}

    static String folded(WindowFit fit) {
      return String.format(
          Locale.ROOT,
          "a %s envelope with a %s sheet folded %s",
          fit.envelope().word(),
          fit.form().word(),
          fit.fold().word());
    }

    static String remedy(WindowFit fit, @Nullable WindowFit nearest, String otherwise) {
      return nearest == null
          ? otherwise
          : "with " + nearest.changesFrom(fit) + " it fits, or " + otherwise;
    }
  }
}
