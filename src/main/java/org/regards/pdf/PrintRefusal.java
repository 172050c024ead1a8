package org.regards.pdf;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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
      NO_FORM
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
          + " lines and the window shows "
          + most
          + "; shorten the street or the organisation in the customer's record";
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

  record TooManyPages(int most) implements PrintRefusal {
    @Override
    public String message() {
      return "the letter needs more than " + most + " pages; shorten it";
    }
  }

  /** A card has one side for its words. */
  record TooLongForCard() implements PrintRefusal {
    @Override
    public String message() {
      return "the words do not fit on one side of the card; shorten them";
    }
  }
}
