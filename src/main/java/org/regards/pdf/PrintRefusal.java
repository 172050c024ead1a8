package org.regards.pdf;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;
import org.regards.postal.WindowFit;

/** Why a letter cannot be printed. */
public sealed interface PrintRefusal {
  /** In words that an account manager understands, with what to do; without the address itself. */
  String message();

  /**
   * Characters of one script that cannot be printed faithfully.
   *
   * @param codePoints in the order in which they were met
   * @param where for example {@code the address} or {@code part next-step}
   * @param place where a font can be put: {@code the folder fonts}
   */
  record UnprintableCharacters(List<Integer> codePoints, Reason reason, String where, String place)
      implements PrintRefusal {
    private static final int MOST_NAMED = 4;

    /** Why, and what helps. */
    public enum Reason {
      NO_FONT,
      /** Java's own fonts do not work on this computer. */
      CANNOT_BE_SHAPED,
      NO_FORM,
      /** More accents on one letter than can be told apart. */
      TOO_MANY
    }

    public UnprintableCharacters {
      codePoints = List.copyOf(codePoints);
    }

    /** Adds a character to those of its script, so that a word is refused once. */
    static void note(
        List<PrintRefusal> refusals, int codePoint, Reason reason, String where, String place) {
      UnicodeScript script = UnicodeScript.of(codePoint);
      for (int i = 0; i < refusals.size(); i++) {
        if (refusals.get(i) instanceof UnprintableCharacters known
            && known.reason == reason
            && known.where.equals(where)
            && known.script() == script) {
          if (!known.codePoints.contains(codePoint)) {
            refusals.set(i, known.and(codePoint));
          }
          return;
        }
      }
      refusals.add(new UnprintableCharacters(List.of(codePoint), reason, where, place));
    }

    private UnprintableCharacters and(int codePoint) {
      List<Integer> more = new ArrayList<>(codePoints);
      more.add(codePoint);
      return new UnprintableCharacters(more, reason, where, place);
    }

    private UnicodeScript script() {
      return UnicodeScript.of(codePoints.getFirst());
    }

    private String scriptName() {
      String name = script().name();
      return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String message() {
      int count = codePoints.size();
      String characters =
          count == 1
              ? "the character " + named(codePoints.getFirst()) + ", which cannot be printed: "
              : count + " characters that cannot be printed, " + list() + ": ";
      return where + " holds " + characters + why(count == 1);
    }

    private String why(boolean one) {
      return switch (reason) {
        case NO_FONT -> {
          String font =
              script() == UnicodeScript.COMMON || script() == UnicodeScript.INHERITED
                  ? "a font that has " + (one ? "it" : "them")
                  : "a font for the script " + scriptName();
          yield "no font has " + (one ? "it" : "them") + "; put " + font + " into " + place;
        }
        case CANNOT_BE_SHAPED ->
            "Java cannot shape text on this computer; install fontconfig and a font, or send this"
                + " letter by email";
        case TOO_MANY ->
            "too many accents stand on one letter to be told apart; take some of them out";
        case NO_FORM ->
            (one ? "it has no form on paper; take it out" : "they have no form on paper; take them")
                + (one ? "" : " out");
      };
    }

    private String list() {
      String first =
          codePoints.stream().limit(MOST_NAMED).map(this::named).collect(Collectors.joining(", "));
      int rest = codePoints.size() - MOST_NAMED;
      return rest > 0 ? first + " and " + rest + " more" : first;
    }

    /** For example {@code 山 (U+5C71, CJK UNIFIED IDEOGRAPHS 5C71)}. */
    private String named(int codePoint) {
      String visible = reason == Reason.NO_FORM ? "" : Character.toString(codePoint).strip() + " ";
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

  /** Another panel than the first would show in the window. */
  record LaterPanelInWindow(WindowFit fit, @Nullable WindowFit nearest) implements PrintRefusal {
    @Override
    public String message() {
      return fit.laterPanel()
          + "; "
          + Words.remedy(fit, nearest, "choose other folds with stationery.fold");
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

  /**
   * A card has one side for its words, a postcard the half of one.
   *
   * @param millimetres how high they are in the smallest type
   */
  record TooLongForCard(CardFormat format, float millimetres, float most) implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "the words do not fit on the card: they are %.0f mm high and there is room for %.0f mm;"
              + " shorten them%s",
          millimetres,
          most,
          format == CardFormat.A5 ? "" : ", or take a larger card");
    }
  }

  /** A postcard is read by everybody who carries it (rule SUBJ-1). */
  record NotOnPostcard(LetterType type) implements PrintRefusal {
    @Override
    public String message() {
      return "no "
          + type.word()
          + " goes on a postcard, which everybody on the way can read; only a thank-you does: take"
          + " a card in an envelope, or a letter";
    }
  }

  /** What has a subject and a reason to give needs a page. */
  record NotOnCard(LetterType type) implements PrintRefusal {
    @Override
    public String message() {
      return "no "
          + type.word()
          + " goes on a card, only a farewell-card and a thank-you do; print it without --card";
    }
  }

  record CardLargerThanSheet(CardFormat format, CardSheet sheet) implements PrintRefusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "a card %s is %.0f × %.0f mm unfolded and does not fit on a sheet %s; take another sheet",
          format.word(),
          format.width(),
          format.height(),
          sheet.word());
    }
  }

  /** A postcard has the right half of one side for it. */
  record AddressTooLongForPostcard(int lines, int most) implements PrintRefusal {
    @Override
    public String message() {
      return "the address takes "
          + lines
          + " lines on the postcard and there is room for "
          + most
          + "; shorten it in the customer's record, or take a card in an envelope";
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
