package org.regards.postal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regards.language.Countries;

/**
 * Where things stand on the first page of a letter, in millimetres from its top left corner, and
 * the envelope and folds that it is made for.
 */
public enum LetterForm {
  /** DIN 5008 with a letterhead of 27 mm. */
  DIN_5008_A(
      Sheet.A4,
      new AddressField(20, 27, 85, 45, 5, 44.7f, Setting.FROM_THE_TOP),
      new ReturnLine(27, 5),
      new References.Block(125, 32, 200),
      new Sender(8, 120, Rectangle.between(125, 8, 200, 30)),
      80.46f,
      List.of(148.5f),
      Envelope.DL,
      FoldPlan.DIN_A),
  /** DIN 5008 with a letterhead of 45 mm. */
  DIN_5008_B(
      Sheet.A4,
      new AddressField(20, 45, 85, 45, 5, 62.7f, Setting.FROM_THE_TOP),
      new ReturnLine(45, 5),
      new References.Block(125, 50, 200),
      new Sender(16.84f, 120, Rectangle.between(125, 16.84f, 200, 43)),
      98.46f,
      List.of(148.5f),
      Envelope.DL,
      FoldPlan.DIN_B),
  /** SN 010130 with the address on the right, which Swiss Post recommends. */
  SWISS_RIGHT(
      Sheet.A4,
      new AddressField(112, 45, 90, 45, 8, 57.3f, Setting.FROM_THE_TOP),
      new ReturnLine(51.5f, 4.5f),
      new References.Block(25, 56, 98),
      new Sender(16.84f, 190, Rectangle.between(25, 29, 98, 54)),
      98.46f,
      List.of(148.5f),
      Envelope.C6_5_RIGHT,
      FoldPlan.DIN_B),
  /** SN 010130 with the address on the left. */
  SWISS_LEFT(
      Sheet.A4,
      new AddressField(20, 35.5f, 100, 45, 5, 52.9f, Setting.FROM_THE_TOP),
      new ReturnLine(44.5f, 5),
      new References.Block(125, 44.5f, 200),
      new Sender(12, 120, Rectangle.between(125, 12, 200, 40)),
      98.46f,
      List.of(148.5f),
      Envelope.C6_5_LEFT,
      FoldPlan.DIN_B),
  /** NF Z 11-001: the sender on the left, the address on the right, the date below it. */
  FRENCH(
      Sheet.A4,
      new AddressField(100, 35, 100, 45, 10, 47.5f, Setting.FROM_THE_TOP),
      ReturnLine.NONE,
      new References.BlockAndDate(25, 56, 90, 110, 97),
      new Sender(16.84f, 190, Rectangle.between(25, 29, 88, 54)),
      106,
      List.of(148.5f),
      Envelope.DL_RIGHT,
      FoldPlan.THIRDS),
  /** For a #9 window envelope. */
  US_9(Envelope.US_9, FoldPlan.US_9),
  /** For a #10 window envelope. */
  US_10(Envelope.US_10, FoldPlan.US_10),
  /** For a British window envelope: the window is lower than the German one. */
  UK_DL(
      Sheet.A4,
      new AddressField(20, 57, 80, 24, 5, 57.5f, Setting.FROM_THE_TOP),
      ReturnLine.NONE,
      new References.Block(125, 50, 200),
      new Sender(16.84f, 120, Rectangle.between(125, 16.84f, 200, 43)),
      98.46f,
      List.of(),
      Envelope.UK_DL,
      FoldPlan.THIRDS);

  private static final Set<String> BRITISH = Set.of("GB", "IE", "GG", "IM", "JE");
  private static final Set<String> SWISS = Set.of("CH", "LI");
  private static final Set<String> FRENCH_FORM = Set.of("FR", "MC");

  private final Sheet sheet;
  private final AddressField address;
  private final ReturnLine returnLine;

  @SuppressWarnings("ImmutableEnumChecker") // records of numbers
  private final References references;

  private final Sender sender;
  private final float bodyTop;

  @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
  private final List<Float> holes;

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Envelope envelope;

  @SuppressWarnings("ImmutableEnumChecker") // a record that copies its list
  private final FoldPlan fold;

  LetterForm(
      Sheet sheet,
      AddressField address,
      ReturnLine returnLine,
      References references,
      Sender sender,
      float bodyTop,
      List<Float> holes,
      Envelope envelope,
      FoldPlan fold) {
    this.sheet = sheet;
    this.address = address;
    this.returnLine = returnLine;
    this.references = references;
    this.sender = sender;
    this.bodyTop = bodyTop;
    this.holes = holes;
    this.envelope = envelope;
    this.fold = fold;
  }

  LetterForm(Envelope envelope, FoldPlan fold) {
    this(
        Sheet.US_LETTER,
        new AddressField(
            17.4625f, 55.5625f, 114.3f, 28.575f, 7.9375f, 55.5625f, Setting.IN_THE_MIDDLE),
        ReturnLine.NONE,
        new References.DateAndLine(49, 87.3125f),
        new Sender(16.84f, 120, Rectangle.between(125, 16.84f, 200, 43)),
        97,
        List.of(),
        envelope,
        fold);
  }

  /** Paper and its margins. */
  public record Sheet(float width, float height, float left, float right, float top, float bottom) {
    /** As DIN 5008 has it. */
    public static final Sheet A4 = new Sheet(210, 297, 25, 20, 20, 20);

    public static final Sheet US_LETTER = new Sheet(215.9f, 279.4f, 25.4f, 25.4f, 19, 19);

    /** The width of the text. */
    public float measure() {
      return width - left - right;
    }
  }

  /** How the lines of an address stand in their field. */
  public enum Setting {
    FROM_THE_TOP,
    /** In the middle of what the window always shows. */
    IN_THE_MIDDLE
  }

  /**
   * What the envelope's window is for.
   *
   * @param indent of its text from its left edge
   * @param linesFrom from the top of the page; above it are the return line and remarks
   */
  public record AddressField(
      float x, float y, float width, float height, float indent, float linesFrom, Setting setting) {
    public float textX() {
      return x + indent;
    }

    public float right() {
      return x + width;
    }

    public float bottom() {
      return y + height;
    }
  }

  /**
   * The zone of the sender's address in small type over the recipient's.
   *
   * @param height nothing where the sender does not stand in the window
   */
  public record ReturnLine(float y, float height) {
    public static final ReturnLine NONE = new ReturnLine(0, 0);

    public boolean isWanted() {
      return height > 0;
    }
  }

  /**
   * Where the sender stands in the letterhead.
   *
   * @param top of the capitals of the name, or of the logo
   * @param nameRight how far the name may reach
   * @param contact where street, phone and so on stand in lines: beside the name, or under it
   */
  public record Sender(float top, float nameRight, Rectangle contact) {
    public boolean isContactBeside() {
      return contact.x() >= nameRight;
    }

    /** Where the letterhead must have ended. */
    public float bottom() {
      return contact.bottom();
    }
  }

  /** Where date and references stand. */
  public sealed interface References {
    /** All in rows with labels. */
    record Block(float x, float y, float right) implements References {}

    /** The references in rows with labels, the date by itself, as in France. */
    record BlockAndDate(float x, float y, float right, float dateX, float dateBaseline)
        implements References {}

    /** The date over the address, the references in one line under it. */
    record DateAndLine(float dateBaseline, float lineTop) implements References {}
  }

  /**
   * The form that is usual in a country: DIN 5008 B where nothing else is, US Letter for a #10
   * envelope where CLDR says that letters are written on it.
   */
  public static LetterForm usualIn(String country) {
    if (BRITISH.contains(country)) {
      return UK_DL;
    }
    if (SWISS.contains(country)) {
      return SWISS_RIGHT;
    }
    if (FRENCH_FORM.contains(country)) {
      return FRENCH;
    }
    return Countries.usesLetterPaper(country) ? US_10 : DIN_5008_B;
  }

  public static Optional<LetterForm> of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(form -> form.word().equals(wanted)).findFirst();
  }

  /** What {@link #of} takes. */
  public static String choice() {
    return Arrays.stream(values()).map(LetterForm::word).collect(Collectors.joining(", "));
  }

  /** What it is called in settings and commands: {@code din-5008-b}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Sheet sheet() {
    return sheet;
  }

  public AddressField address() {
    return address;
  }

  public ReturnLine returnLine() {
    return returnLine;
  }

  public References references() {
    return references;
  }

  public Sender sender() {
    return sender;
  }

  /** Where the subject begins, unless the window could show it there. */
  public float bodyTop() {
    return bodyTop;
  }

  public List<Float> holes() {
    return holes;
  }

  /** The envelope it is made for. */
  public Envelope envelope() {
    return envelope;
  }

  /** The folds it is made for. */
  public FoldPlan fold() {
    return fold;
  }
}
