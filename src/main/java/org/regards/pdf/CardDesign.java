package org.regards.pdf;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regards.letter.LetterType;

/** What the program draws on the front of a card. */
public enum CardDesign {
  BRANCH("branch", "a branch with leaves and a few berries", "quiet", Branch::draw),
  LEAF("leaf", "one leaf in autumn", "quiet", SingleLeaf::draw),
  HORIZON("horizon", "the sun low over the sea, printed to the edges", "quiet", Horizon::draw),
  WAVES("waves", "waves that run over the edges", "quiet", Waves::draw),
  MEADOW("meadow", "flowers and grasses, growing from the foot of the card", "warm", Meadow::draw),
  INITIALS("initials", "a border, and a wreath around your initials", "plain", Wreath::draw);

  private final String word;
  private final String description;
  private final String mood;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Art art;

  /** Draws a front with its lower left corner at the origin. */
  private interface Art {
    void draw(Sketch sketch, Front front);
  }

  CardDesign(String word, String description, String mood, Art art) {
    this.word = word;
    this.description = description;
    this.mood = mood;
    this.art = art;
  }

  /** A warm one for thanks, else a quiet one. */
  static CardDesign of(LetterType type) {
    return type == LetterType.THANK_YOU ? MEADOW : BRANCH;
  }

  /** The design of a name in the settings or on the command line. */
  public static Optional<CardDesign> named(String word) {
    return Arrays.stream(values()).filter(design -> design.word.equals(word)).findFirst();
  }

  /** All names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(CardDesign::word).collect(Collectors.joining(", "));
  }

  public String word() {
    return word;
  }

  public String description() {
    return description;
  }

  /** For example {@code quiet}. */
  public String mood() {
    return mood;
  }

  /** The drawing, cut at the bleed, with its lower left corner at a place in points. */
  Mark.Drawing drawn(Front front, float x, float y) {
    Sketch sketch = new Sketch().within(front.left(), front.bottom(), front.right(), front.top());
    art.draw(sketch, front);
    return sketch.at(x, y);
  }
}
