package org.regards.pdf;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;

/**
 * A node of the structure that a screen reader follows. Text hangs on nodes without children only.
 * Two nodes are the same only if they are one object.
 */
final class Tag {
  private final @Nullable Tag parent;
  private final Role role;
  private final @Nullable URI target;
  private final @Nullable Figure figure;
  private final @Nullable LetterLanguage language;

  /**
   * What a picture or drawing says.
   *
   * @param alt in the language of the letter
   * @param left of the box around it, in points from the left edge of the page; ISO 32000-1,
   *     14.8.5.4.3, wants it
   * @param top in points from the top of the page
   */
  record Figure(String alt, float left, float top, float width, float height) {}

  /** The standard structure types of ISO 32000-1, 14.8.4, that letters need. */
  enum Role {
    DOCUMENT("Document"),
    DIVISION("Div"),
    HEADING("H1"),
    SECTION_HEADING("H2"),
    SUBHEADING("H3"),
    PARAGRAPH("P"),
    SPAN("Span"),
    LINK("Link"),
    QUOTE("BlockQuote"),
    LIST("L"),
    LIST_ITEM("LI"),
    LABEL("Lbl"),
    LIST_BODY("LBody"),
    TABLE("Table"),
    ROW("TR"),
    CAPTION("Caption"),
    HEAD_CELL("TH"),
    /** Begins a row and names it. */
    ROW_HEAD("TH"),
    CELL("TD"),
    FIGURE("Figure");

    private final String type;

    Role(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  private Tag(
      @Nullable Tag parent,
      Role role,
      @Nullable URI target,
      @Nullable Figure figure,
      @Nullable LetterLanguage language) {
    this.parent = parent;
    this.role = role;
    this.target = target;
    this.figure = figure;
    this.language = language;
  }

  static Tag document() {
    return new Tag(null, Role.DOCUMENT, null, null, null);
  }

  /** One of several on a sheet, in its own language. */
  static Tag document(LetterLanguage own) {
    return new Tag(null, Role.DOCUMENT, null, null, own);
  }

  Tag child(Role childRole) {
    return new Tag(this, childRole, null, null, null);
  }

  Tag link(URI linkTarget) {
    return new Tag(this, Role.LINK, linkTarget, null, null);
  }

  Tag figure(Figure shown) {
    return new Tag(this, Role.FIGURE, null, shown, null);
  }

  Optional<Tag> parent() {
    return Optional.ofNullable(parent);
  }

  Role role() {
    return role;
  }

  Optional<URI> target() {
    return Optional.ofNullable(target);
  }

  /** Set on a root only, where it differs from what it is bound with. */
  Optional<LetterLanguage> language() {
    return Optional.ofNullable(language);
  }

  Optional<Figure> figure() {
    return Optional.ofNullable(figure);
  }
}
