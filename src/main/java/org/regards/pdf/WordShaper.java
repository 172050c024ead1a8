package org.regards.pdf;

import java.text.Bidi;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.PrintRefusal.UnprintableCharacters;
import org.regards.pdf.PrintRefusal.UnprintableCharacters.Reason;
import org.regards.pdf.WordSetter.End;
import org.regards.pdf.WordSetter.Gap;
import org.regards.pdf.WordSetter.Word;

/**
 * Turns a paragraph into words where it is more than a row of characters from left to right: it
 * finds the direction of every part (UAX #9), a font for every character with its marks, and lets
 * the font shape what needs it. Used by one thread, for one paragraph.
 */
final class WordShaper {
  /** On one letter, beside those that are part of it. */
  private static final int MOST_ACCENTS = 3;

  private final Fonts fonts;
  private final List<PrintRefusal> refusals;
  private final String where;
  private final List<Stretch> stretches;
  private final String whole;
  private final Bidi bidi;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private List<Line.Piece> pieces = new ArrayList<>();
  private float width;
  private @Nullable Look look;

  /** What the characters of a run have in common. */
  private record Look(FontFace face, boolean shaped, int level, Stretch stretch) {
    Look shapedToo() {
      return shaped ? this : new Look(face, true, level, stretch);
    }
  }

  /** Whose direction a paragraph has where it holds both. */
  enum Direction {
    /** A paragraph of a letter runs as its language does, unless it has no word of it. */
    OF_LETTER,
    /** A name or a line of an address runs as its first letter does. */
    OF_FIRST_LETTER
  }

  WordShaper(
      Fonts fonts,
      List<PrintRefusal> refusals,
      String where,
      List<Stretch> stretches,
      Direction direction) {
    this.fonts = fonts;
    this.refusals = refusals;
    this.where = where;
    this.stretches = stretches;
    StringBuilder all = new StringBuilder();
    stretches.forEach(stretch -> all.append(stretch.text()));
    this.whole = all.toString();
    this.bidi = new Bidi(whole, base(whole, direction));
  }

  private static int base(String whole, Direction direction) {
    return switch (direction) {
      case OF_FIRST_LETTER -> Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
      case OF_LETTER ->
          whole
                  .codePoints()
                  .anyMatch(
                      codePoint ->
                          Character.getDirectionality(codePoint)
                              == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
              ? Bidi.DIRECTION_LEFT_TO_RIGHT
              : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT;
    };
  }

  List<Word> words() {
    int at = 0;
    for (Stretch stretch : stretches) {
      if (stretch.isLineEnd()) {
        endWord(End.LINE_BREAK, at, stretch);
      } else {
        add(stretch, at);
      }
      at += stretch.text().length();
    }
    return words;
  }

  /**
   * @param offset of the stretch in the paragraph
   */
  private void add(Stretch stretch, int offset) {
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(stretch.text());
    int start = 0;
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      add(stretch, stretch.text().substring(start, end), offset + start);
      start = end;
    }
    endRun();
  }

  /**
   * @param cluster a character with its marks
   */
  private void add(Stretch stretch, String cluster, int at) {
    int first = cluster.codePointAt(0);
    boolean alone = cluster.length() == Character.charCount(first);
    if (cluster.codePoints().allMatch(WordSetter::isBreakingSpace)) {
      if (stretch.unbroken()) {
        addCharacter(stretch, " ", at);
      } else {
        endWord(End.SPACE, at, stretch);
      }
    } else if (!(alone && Printable.isInvisible(first))) {
      addCharacter(stretch, cluster, at);
      if (alone && WordSetter.isJoint(first, whole, at + cluster.length())) {
        endWord(End.JOINT, at, stretch);
      }
    }
  }

  private void addCharacter(Stretch stretch, String cluster, int at) {
    if (cluster.codePoints().allMatch(Printable::isSteering)) {
      steer(cluster);
      return;
    }
    int level = bidi.getLevelAt(at);
    Look wanted = look(stretch, cluster, level);
    if (look == null) {
      // marks of direction may have come before
      look = text.isEmpty() ? wanted : wanted.shapedToo();
    } else if (!wanted.equals(look)) {
      if (look.shaped() && wanted.shapedToo().equals(look)) {
        text.append(cluster);
        return;
      }
      endRun();
      look = wanted;
    }
    text.append(cluster);
  }

  /** Characters without a form of their own go with their neighbours. */
  private void steer(String cluster) {
    look = look == null ? null : look.shapedToo();
    text.append(cluster);
  }

  private Look look(Stretch stretch, String cluster, int level) {
    int first = cluster.codePointAt(0);
    boolean shaped =
        cluster.length() > Character.charCount(first)
            || !Printable.isPlain(first)
            || level % 2 != 0;
    Look now = look;
    if (isRefused(cluster)) {
      return new Look(fonts.first(stretch.style().typeface()), false, level, stretch);
    }
    if (now != null && now.shaped() && now.level() == level && now.face().covers(cluster)) {
      return new Look(now.face(), shaped, level, stretch);
    }
    Optional<FontFace> face = fonts.face(stretch.style().typeface(), cluster);
    if (face.isPresent()) {
      return new Look(face.get(), shaped, level, stretch);
    }
    Optional<FontFace> ofParts =
        fonts.face(stretch.style().typeface(), Normalizer.normalize(cluster, Normalizer.Form.NFD));
    if (ofParts.isEmpty()) {
      noteMissing(stretch, cluster);
    }
    FontFace found = ofParts.orElseGet(() -> fonts.first(stretch.style().typeface()));
    return new Look(found, ofParts.isPresent(), level, stretch);
  }

  private boolean isRefused(String cluster) {
    boolean refused = false;
    boolean mayJoin = Printable.mayJoin(cluster.codePointAt(0));
    List<Integer> accents = Printable.accents(cluster);
    if (accents.size() > MOST_ACCENTS) {
      accents.forEach(accent -> note(accent, Reason.TOO_MANY));
      refused = true;
    }
    for (int codePoint : cluster.codePoints().toArray()) {
      Optional<Reason> reason =
          Printable.isJoiner(codePoint) && !mayJoin
              ? Optional.of(Reason.NO_FORM)
              : Printable.refusal(codePoint);
      if (reason.isPresent()) {
        note(codePoint, reason.get());
        refused = true;
      }
    }
    return refused;
  }

  private void noteMissing(Stretch stretch, String cluster) {
    List<Integer> drawn =
        cluster.codePoints().filter(codePoint -> !Printable.isSteering(codePoint)).boxed().toList();
    List<Integer> missing =
        drawn.stream()
            .filter(
                codePoint -> fonts.face(stretch.style().typeface(), codePoint.intValue()).isEmpty())
            .toList();
    // each is in some font, but no font has them together
    (missing.isEmpty() ? drawn.subList(1, drawn.size()) : missing)
        .forEach(codePoint -> note(codePoint, Reason.NO_FONT));
  }

  private void note(int codePoint, Reason reason) {
    UnprintableCharacters.note(refusals, codePoint, reason, where, fonts.place());
  }

  private void endRun() {
    if (look != null && !text.isEmpty()) {
      TextRun run = run(look, text.toString());
      pieces.add(new Line.Piece(width, run, look.stretch().tag()));
      width += run.width();
    } else {
      text.codePoints().forEach(codePoint -> note(codePoint, Reason.NO_FORM));
    }
    text.setLength(0);
    look = null;
  }

  private TextRun run(Look as, String words) {
    Style style = as.stretch().style();
    if (as.shaped()) {
      try {
        return TextRun.shaped(words, as.face(), style, as.level());
      } catch (UnusableFontException noShaper) {
        words.codePoints().forEach(codePoint -> note(codePoint, Reason.CANNOT_BE_SHAPED));
      }
    }
    return new TextRun(words, as.face(), style, as.level(), null);
  }

  private void endWord(End end, int at, Stretch stretch) {
    endRun();
    if (!pieces.isEmpty()) {
      words.add(new Word(pieces, width, end, gap(at, stretch)));
      pieces = new ArrayList<>();
      width = 0;
    } else if (end == End.LINE_BREAK && !words.isEmpty()) {
      Word last = words.removeLast();
      words.add(new Word(last.pieces(), last.width(), End.LINE_BREAK, last.gap()));
    }
  }

  private Gap gap(int at, Stretch stretch) {
    int level = at < whole.length() ? bidi.getLevelAt(at) : bidi.getBaseLevel();
    return new Gap(
        space(stretch.style(), level),
        space(stretch.style(), bidi.getBaseLevel()),
        !bidi.baseIsLeftToRight());
  }

  private TextRun space(Style style, int level) {
    return new TextRun(" ", fonts.first(style.typeface()), style, level, null);
  }
}
