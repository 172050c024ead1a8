package org.regards.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The structure elements of one letter, grown as its text is written. Elements, pages and links are
 * counted from 0 within the letter, so that it can go into any file. Used by one thread, then
 * immutable.
 */
final class TagTree {
  private final Map<Tag, String> readings;
  private final Map<Tag, Element> elements = new HashMap<>();
  private final List<Element> inOrder = new ArrayList<>();

  /** What hangs on an element, in the order of reading. */
  sealed interface Kid {
    record Child(Element element) implements Kid {}

    /** A marked stretch of the content of a page. */
    record Words(int page, int mark) implements Kid {}

    /**
     * A live area.
     *
     * @param link its number among those of the letter
     */
    record Area(int page, int link) implements Kid {}
  }

  /** A structure element in the making. */
  static final class Element {
    private final Tag tag;
    private final int number;
    private final @Nullable Element parent;
    private final List<Kid> kids = new ArrayList<>(2);
    private float pageHeight;

    private Element(Tag tag, int number, @Nullable Element parent) {
      this.tag = tag;
      this.number = number;
      this.parent = parent;
    }

    int number() {
      return number;
    }
  }

  /**
   * @param readings what is to be read out of some elements, whatever their words are
   */
  TagTree(Map<Tag, String> readings) {
    this.readings = readings;
  }

  /** Where the parts of a letter have come to lie in a file: the first of each kind. */
  record Numbers(int elements, int pages, int links) {}

  /**
   * The element of a tag; it comes into being, after its elder siblings, when it is first needed.
   */
  Element element(Tag tag) {
    Element known = elements.get(tag);
    if (known != null) {
      return known;
    }
    Element parent = tag.parent().map(this::element).orElse(null);
    Element made = new Element(tag, inOrder.size(), parent);
    if (parent != null) {
      parent.kids.add(new Kid.Child(made));
    }
    inOrder.add(made);
    elements.put(tag, made);
    return made;
  }

  /** Says how high the page is on which an element begins. */
  void place(Element element, float pageHeight) {
    if (element.pageHeight == 0) {
      element.pageHeight = pageHeight;
    }
  }

  void addWords(Element element, int page, int mark) {
    element.kids.add(new Kid.Words(page, mark));
  }

  void addArea(Element element, int page, int link) {
    element.kids.add(new Kid.Area(page, link));
  }

  Tag tag(int element) {
    return inOrder.get(element).tag;
  }

  int size() {
    return inOrder.size();
  }

  /** The numbers of the elements that have no parent in the letter. */
  List<Integer> roots() {
    return inOrder.stream().filter(element -> element.parent == null).map(Element::number).toList();
  }

  /**
   * Writes an element.
   *
   * @param root its type and whatever else is to be said of an element without a parent
   * @param above the object that such an element hangs on
   */
  void write(int index, Numbers numbers, String root, int above, PdfBytes out) {
    Element element = inOrder.get(index);
    out.add("<</S/");
    if (element.parent == null) {
      out.add(root).add("/P ").reference(above);
    } else {
      out.add(element.tag.role().type());
      out.add("/P ").reference(numbers.elements() + element.parent.number());
    }
    switch (element.tag.role()) {
      case HEAD_CELL -> out.add("/A<</O/Table/Scope/Column>>");
      case ROW_HEAD -> out.add("/A<</O/Table/Scope/Row>>");
      case LIST -> out.add("/A<</O/List/ListNumbering/Disc>>");
      case DOCUMENT, DIVISION, HEADING, PARAGRAPH, SPAN, LINK, LIST_ITEM, LABEL, LIST_BODY -> {}
      case SECTION_HEADING, SUBHEADING, QUOTE, CAPTION, TABLE, ROW, CELL, FIGURE -> {}
    }
    element.tag.figure().ifPresent(figure -> write(figure, element.pageHeight, out));
    String reading = readings.get(element.tag);
    if (reading != null) {
      out.add("/ActualText").text(reading);
    }
    writeKids(element.kids, numbers, out);
    out.add(">>");
  }

  /** Says of a figure what it shows and where it stands. */
  private static void write(Tag.Figure figure, float pageHeight, PdfBytes out) {
    float bottom = pageHeight - figure.top() - figure.height();
    out.add("/Alt").text(figure.alt()).add("/A<</O/Layout/BBox[").number(figure.left()).add(' ');
    out.number(bottom).add(' ').number(figure.left() + figure.width()).add(' ');
    out.number(bottom + figure.height()).add("]>>");
  }

  private static void writeKids(List<Kid> kids, Numbers numbers, PdfBytes out) {
    int page = firstPage(kids);
    if (page >= 0) {
      out.add("/Pg ").reference(numbers.pages() + page);
    }
    out.add(kids.size() == 1 ? "/K " : "/K[");
    for (int i = 0; i < kids.size(); i++) {
      if (i > 0) {
        out.add(' ');
      }
      write(kids.get(i), page, numbers, out);
    }
    if (kids.size() != 1) {
      out.add(']');
    }
  }

  private static int firstPage(List<Kid> kids) {
    for (Kid kid : kids) {
      if (kid instanceof Kid.Words words) {
        return words.page();
      }
    }
    return -1;
  }

  private static void write(Kid kid, int page, Numbers numbers, PdfBytes out) {
    switch (kid) {
      case Kid.Child child -> out.reference(numbers.elements() + child.element().number());
      case Kid.Words words when words.page() == page -> out.number(words.mark());
      case Kid.Words words -> {
        out.add("<</Type/MCR/Pg ").reference(numbers.pages() + words.page());
        out.add("/MCID ").number(words.mark()).add(">>");
      }
      case Kid.Area area -> {
        out.add("<</Type/OBJR/Pg ").reference(numbers.pages() + area.page());
        out.add("/Obj ").reference(numbers.links() + area.link()).add(">>");
      }
    }
  }
}
