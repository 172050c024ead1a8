package org.regards.pdf;

import java.util.List;
import org.regards.language.Countries;

/** Where things stand on a letter page, in millimetres from its top left corner. */
enum PagePreset {
  /** DIN 5008:2020 form B, for A4 folded in thirds for a DL or C6/5 window envelope. */
  DIN_5008_B(
      new Sheet(210, 297, 25, 20, 20, 20),
      new AddressField(20, 45, 85, 45, 5, 62.7f),
      98.46f,
      List.of(105f, 210f),
      List.of(148.5f)),
  /** US Letter for a #9 or #10 window envelope; folds as for the #9. */
  US_10(
      new Sheet(215.9f, 279.4f, 25.4f, 25.4f, 19, 19),
      new AddressField(17.4625f, 55.5625f, 114.3f, 28.575f, 7.9375f, 55.5625f),
      97,
      List.of(95.25f, 187.325f),
      List.of());

  private static final float POINTS_PER_MILLIMETRE = 72 / 25.4f;

  private final Sheet sheet;
  private final AddressField address;
  private final float bodyTop;
  private final List<Float> folds;
  private final List<Float> holes;

  /** Paper and its margins. */
  record Sheet(float width, float height, float left, float right, float top, float bottom) {}

  /**
   * What shows in the window of an envelope.
   *
   * @param indent of its text from its left edge
   * @param linesFrom from the top of the page; above it are the return line and remarks of DIN 5008
   */
  record AddressField(float x, float y, float width, float height, float indent, float linesFrom) {
    float measure() {
      return width - indent;
    }

    float textX() {
      return x + indent;
    }

    float bottom() {
      return y + height;
    }
  }

  PagePreset(
      Sheet sheet, AddressField address, float bodyTop, List<Float> folds, List<Float> holes) {
    this.sheet = sheet;
    this.address = address;
    this.bodyTop = bodyTop;
    this.folds = folds;
    this.holes = holes;
  }

  /** By the paper of the country: US Letter where CLDR says so, else A4. */
  static PagePreset of(String country) {
    return Countries.usesLetterPaper(country) ? US_10 : DIN_5008_B;
  }

  static float points(float millimetres) {
    return millimetres * POINTS_PER_MILLIMETRE;
  }

  static float millimetres(float points) {
    return points / POINTS_PER_MILLIMETRE;
  }

  Sheet sheet() {
    return sheet;
  }

  AddressField address() {
    return address;
  }

  /** Where the subject begins. */
  float bodyTop() {
    return bodyTop;
  }

  List<Float> folds() {
    return folds;
  }

  List<Float> holes() {
    return holes;
  }

  /** The width of the text. */
  float measure() {
    return sheet.width() - sheet.left() - sheet.right();
  }
}
