package org.regards.pdf;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Inline;
import org.regards.pdf.PrintRefusal.UnprintableCharacters;
import org.regards.pdf.PrintRefusal.UnprintableCharacters.Reason;
import org.regards.pdf.WordShaper.Direction;

/**
 * Turns the text of one paragraph into words, each character in the first font that has it; what is
 * more than a row of characters from left to right it leaves to {@link WordShaper}. Characters that
 * cannot be set are noted as refusals. Used by one thread, for one paragraph.
 */
final class WordSetter {
  /** A date, an amount, a telephone number stay on one line. */
  private static final int LONGEST_UNBROKEN_FACT = 20;

  private final Fonts fonts;
  private final List<PrintRefusal> refusals;
  private final String where;
  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private boolean needsShaping;
  private final StringBuilder text = new StringBuilder();
  private List<Line.Piece> pieces = new ArrayList<>();
  private @Nullable FontFace face;
  private float width;

  /**
   * A stretch of text that is not broken.
   *
   * @param pieces in the order of reading; their x counts from the start of the word
   * @param gap what stands between it and the next word, or null for a plain space
   */
  record Word(List<Line.Piece> pieces, float width, End end, @Nullable Gap gap) {
    Word(List<Line.Piece> pieces, float width, End end) {
      this(pieces, width, end, null);
    }
  }

  /**
   * A space where words run both ways.
   *
   * @param rightToLeft whether the paragraph does
   */
  record Gap(TextRun inLine, TextRun atLineEnd, boolean rightToLeft) {}

  /** What comes after a word. */
  enum End {
    SPACE,
    /** After a hyphen or dash: a line may be broken without a space. */
    JOINT,
    LINE_BREAK
  }

  WordSetter(Fonts fonts, List<PrintRefusal> refusals, String where) {
    this.fonts = fonts;
    this.refusals = refusals;
    this.where = where;
  }

  /** The words of the runs; text hangs on the tag, or on children of it where there are links. */
  List<Word> words(List<Inline> runs, Style style, Tag tag) {
    if (hasLink(runs)) {
      for (Inline run : runs) {
        add(List.of(run), style, tag.child(Tag.Role.SPAN), tag);
      }
    } else {
      add(runs, style, tag, tag);
    }
    stretches.add(Stretch.lineEnd(style, tag));
    return words(Direction.OF_LETTER);
  }

  /** The same for a name or a line that stands by itself. */
  List<Word> words(String plain, Style style, Tag tag) {
    add(plain, false, style, tag);
    stretches.add(Stretch.lineEnd(style, tag));
    return words(Direction.OF_FIRST_LETTER);
  }

  private static boolean hasLink(List<Inline> runs) {
    for (Inline run : runs) {
      boolean link =
          switch (run) {
            case Inline.Link ignored -> true;
            case Inline.Emphasis emphasis -> hasLink(emphasis.runs());
            case Inline.Text ignored -> false;
            case Inline.FactText ignored -> false;
            case Inline.LineBreak ignored -> false;
          };
      if (link) {
        return true;
      }
    }
    return false;
  }

  private void add(List<Inline> runs, Style style, Tag leaf, Tag paragraph) {
    for (Inline run : runs) {
      switch (run) {
        case Inline.Text words -> add(words.text(), false, style, leaf);
        case Inline.FactText fact -> {
          String printed = fact.fact().text();
          add(printed, printed.length() <= LONGEST_UNBROKEN_FACT, style, leaf);
        }
        case Inline.Emphasis emphasis -> emphasis(emphasis, style, leaf, paragraph);
        case Inline.Link link -> {
          Tag linkTag = paragraph.link(link.target());
          add(link.runs(), style.with(Ink.DEEP), linkTag, linkTag);
        }
        case Inline.LineBreak ignored -> stretches.add(Stretch.lineEnd(style, leaf));
      }
    }
  }

  private void emphasis(Inline.Emphasis emphasis, Style style, Tag leaf, Tag paragraph) {
    Style italic = style.typeface() == Typeface.SERIF ? style.with(Typeface.SERIF_ITALIC) : style;
    if (hasLink(emphasis.runs())) {
      for (Inline run : emphasis.runs()) {
        add(List.of(run), italic, paragraph.child(Tag.Role.SPAN), paragraph);
      }
    } else {
      add(emphasis.runs(), italic, leaf, paragraph);
    }
  }

  /**
   * @param unbroken whether its spaces are no places to break a line
   */
  private void add(String raw, boolean unbroken, Style style, Tag tag) {
    String composed =
        Printable.isComposed(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFC);
    stretches.add(new Stretch(composed, unbroken, style, tag));
    needsShaping |= Printable.needsShaping(composed);
  }

  private List<Word> words(Direction direction) {
    if (!needsShaping) {
      stretches.forEach(this::set);
    }
    // a font may lack a letter with its accent and have both apart
    return needsShaping
        ? new WordShaper(fonts, refusals, where, stretches, direction).words()
        : words;
  }

  private void set(Stretch stretch) {
    Style style = stretch.style();
    Tag tag = stretch.tag();
    if (stretch.isLineEnd()) {
      endWord(End.LINE_BREAK, style, tag);
      return;
    }
    String composed = stretch.text();
    FontFace first = fonts.first(style.typeface());
    for (int i = 0; i < composed.length(); ) {
      int end = endOfLetters(composed, i, first);
      if (end > i) {
        startRun(first, style, tag);
        text.append(composed, i, end);
        i = end;
        continue;
      }
      int codePoint = composed.codePointAt(i);
      i += Character.charCount(codePoint);
      if (isBreakingSpace(codePoint)) {
        if (stretch.unbroken()) {
          set(' ', style, tag);
        } else {
          endWord(End.SPACE, style, tag);
        }
      } else if (!Printable.isInvisible(codePoint)) {
        set(codePoint, style, tag);
        if (isJoint(codePoint, composed, i)) {
          endWord(End.JOINT, style, tag);
        }
      }
    }
    endRun(style, tag);
  }

  /** Letters of ASCII are most of a letter: a stretch of them is set at once. */
  private static int endOfLetters(String text, int start, FontFace face) {
    int length = text.length();
    int end = start;
    while (end < length) {
      char character = text.charAt(end);
      if (character <= ' ' || character >= 0x7F || character == '-' || !face.has(character)) {
        break;
      }
      end++;
    }
    return end;
  }

  private void set(int codePoint, Style style, Tag tag) {
    startRun(face(codePoint, style.typeface()), style, tag);
    text.appendCodePoint(codePoint);
  }

  private void startRun(FontFace wanted, Style style, Tag tag) {
    if (wanted != face) {
      endRun(style, tag);
      face = wanted;
    }
  }

  private FontFace face(int codePoint, Typeface typeface) {
    FontFace first = fonts.first(typeface);
    if (codePoint < 0x7F && first.has(codePoint)) {
      return first;
    }
    Optional<Reason> refusal = Printable.refusal(codePoint);
    Optional<FontFace> found =
        refusal.isPresent() ? Optional.empty() : fonts.face(typeface, codePoint);
    if (found.isEmpty()) {
      if (refusal.isEmpty() && isComposed(codePoint)) {
        needsShaping = true;
      } else {
        UnprintableCharacters.note(
            refusals, codePoint, refusal.orElse(Reason.NO_FONT), where, fonts.place());
      }
    }
    return found.orElse(first);
  }

  private static boolean isComposed(int codePoint) {
    return !Normalizer.isNormalized(Character.toString(codePoint), Normalizer.Form.NFD);
  }

  private void endRun(Style style, Tag tag) {
    if (!text.isEmpty()) {
      FontFace used = face == null ? fonts.first(style.typeface()) : face;
      TextRun run = new TextRun(text.toString(), used, style);
      pieces.add(new Line.Piece(width, run, tag));
      width += run.width();
      text.setLength(0);
    }
    face = null;
  }

  private void endWord(End end, Style style, Tag tag) {
    endRun(style, tag);
    if (!pieces.isEmpty()) {
      words.add(new Word(pieces, width, end));
      pieces = new ArrayList<>();
      width = 0;
    } else if (end == End.LINE_BREAK && !words.isEmpty()) {
      Word last = words.removeLast();
      words.add(new Word(last.pieces(), last.width(), End.LINE_BREAK));
    }
  }

  static boolean isBreakingSpace(int codePoint) {
    return codePoint == ' ' || codePoint == '\n' || codePoint == '\t' || codePoint == '\r';
  }

  static boolean isJoint(int codePoint, String text, int next) {
    boolean dash = codePoint == '-' || codePoint == 0x2013 || codePoint == 0x2014;
    return dash && next < text.length() && Character.isLetter(text.codePointAt(next));
  }
}
