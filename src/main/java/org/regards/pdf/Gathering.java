package org.regards.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.language.LetterLanguage;
import org.regards.pdf.PdfBody.Bundling;
import org.regards.pdf.TagTree.Numbers;

/**
 * Letters that are written to a file together, as bookbinders gather sheets: they share a node of
 * the page tree, of the structure and of the parent tree (ISO 32000-1, 7.7.3.2, 14.7.4.4), so that
 * a file of any length keeps only one of each per gathering.
 */
final class Gathering {
  private final Spine spine;
  private final List<PressedLetter> letters = new ArrayList<>();
  private final List<LetterLanguage> languages = new ArrayList<>();
  private int pages;

  /**
   * What all gatherings of a file hang on.
   *
   * @param pageTree the root of the page tree
   * @param resources of all pages
   * @param structure what the elements of the gathering hang on
   * @param binding how letters hang on the structure
   */
  record Spine(int pageTree, int resources, int structure, Binding binding) {}

  /** How letters hang on the structure of a file. */
  enum Binding {
    /** The file is the letter. */
    LETTER,
    /** The file is a run of letters, each an article in its own language. */
    RUN
  }

  /**
   * A gathering that is in the file.
   *
   * @param structure the elements that hang on what the spine says
   * @param parents the leaf of the parent tree, if any of its pages is tagged
   * @param nextKey the first key of the parent tree that is free after it
   */
  record Bound(
      int pageNode, int pages, List<Integer> structure, Optional<Integer> parents, int nextKey) {}

  Gathering(Spine spine) {
    this.spine = spine;
  }

  void add(PressedLetter letter, LetterLanguage language) {
    letters.add(letter);
    languages.add(language);
    pages += letter.pages().size();
  }

  int pages() {
    return pages;
  }

  /**
   * Writes it.
   *
   * @param firstKey the first free key of the parent tree
   */
  Bound writeTo(PdfBody body, int firstKey) throws IOException {
    return new Writing(body, firstKey).write();
  }

  /** The way of one gathering into a file. */
  private final class Writing {
    private final int tagged = Math.toIntExact(letters.stream().filter(Writing::isTagged).count());
    private final boolean hasPart = spine.binding() == Binding.RUN && tagged > 0;
    private final Bundling bundle;
    private final int firstKey;
    private final int pageNode;
    private final int parents;
    private final int part;
    private final int firstLetter;
    private final List<Integer> roots = new ArrayList<>();
    private final PdfBytes kids = new PdfBytes(1 << 10);
    private final PdfBytes parentRows = new PdfBytes(1 << 11);
    private int key;
    private int stream;

    Writing(PdfBody body, int firstKey) {
      int objects = 1 + (tagged > 0 ? 1 : 0) + (hasPart ? 1 : 0);
      for (PressedLetter letter : letters) {
        objects += letter.tags().size() + letter.pages().size() + links(letter);
      }
      this.bundle = body.bundle(pages, objects);
      this.firstKey = firstKey;
      this.key = firstKey;
      this.pageNode = bundle.firstObject();
      this.parents = pageNode + 1;
      this.part = parents + 1;
      this.firstLetter = pageNode + 1 + (tagged > 0 ? 1 : 0) + (hasPart ? 1 : 0);
      this.stream = bundle.firstStream();
    }

    private static boolean isTagged(PressedLetter letter) {
      return letter.tags().size() > 0;
    }

    private static int links(PressedLetter letter) {
      int links = 0;
      for (PressedPage page : letter.pages()) {
        links += page.links().size();
      }
      return links;
    }

    Bound write() throws IOException {
      for (PressedLetter letter : letters) {
        for (PressedPage page : letter.pages()) {
          bundle.stream("/Filter/FlateDecode", page.content(), page.content().length);
        }
      }
      writeTrees();
      int from = firstLetter;
      for (int i = 0; i < letters.size(); i++) {
        PressedLetter letter = letters.get(i);
        Numbers numbers = numbers(letter, from);
        writeElements(letter, numbers, languages.get(i));
        writePages(letter, numbers);
        writeLinks(letter);
        from = numbers.links() + links(letter);
      }
      bundle.end();
      return new Bound(
          pageNode,
          pages,
          hasPart ? List.of(part) : roots,
          tagged > 0 ? Optional.of(parents) : Optional.empty(),
          key);
    }

    private static Numbers numbers(PressedLetter letter, int from) {
      int firstPage = from + letter.tags().size();
      return new Numbers(from, firstPage, firstPage + letter.pages().size());
    }

    /** The nodes above the letters, which say where these are. */
    private void writeTrees() {
      int from = firstLetter;
      for (PressedLetter letter : letters) {
        Numbers numbers = numbers(letter, from);
        for (int root : letter.tags().roots()) {
          roots.add(numbers.elements() + root);
        }
        for (int i = 0; i < letter.pages().size(); i++) {
          kids.reference(numbers.pages() + i).add(' ');
        }
        addParents(letter, numbers);
        from = numbers.links() + links(letter);
      }
      PdfBytes out = bundle.object();
      out.add("<</Type/Pages/Parent ").reference(spine.pageTree()).add("/Count ").number(pages);
      out.add("/Kids[").add(kids).add("]>>");
      if (tagged > 0) {
        bundle.object().add("<</Limits[").number(firstKey).add(' ').number(key - 1);
        out.add("]/Nums[").add(parentRows).add("]>>");
      }
      if (hasPart) {
        bundle.object().add("<</S/Part/P ").reference(spine.structure()).add("/K[");
        for (int root : roots) {
          out.reference(root).add(' ');
        }
        out.add("]>>");
      }
      key = firstKey;
    }

    /** Which elements the marked stretches of each page, and each link, belong to. */
    private void addParents(PressedLetter letter, Numbers numbers) {
      for (PressedPage page : letter.pages()) {
        if (page.owners().length > 0) {
          parentRows.number(key++).add('[');
          for (int owner : page.owners()) {
            parentRows.reference(numbers.elements() + owner).add(' ');
          }
          parentRows.add(']');
        }
      }
      for (PressedPage page : letter.pages()) {
        for (PressedPage.Link link : page.links()) {
          parentRows.number(key++).add(' ').reference(numbers.elements() + link.owner()).add(' ');
        }
      }
    }

    private void writeElements(PressedLetter letter, Numbers numbers, LetterLanguage language) {
      String root = root(language);
      int above = hasPart ? part : spine.structure();
      for (int i = 0; i < letter.tags().size(); i++) {
        Tag tag = letter.tags().tag(i);
        String own = tag.language().map(this::root).orElse(root);
        letter.tags().write(i, numbers, own, above, bundle.object());
      }
    }

    private String root(LetterLanguage language) {
      return switch (spine.binding()) {
        case LETTER -> "Document";
        case RUN -> "Art/Lang(" + language.tag() + ")";
      };
    }

    private void writePages(PressedLetter letter, Numbers numbers) {
      int link = numbers.links();
      for (PressedPage page : letter.pages()) {
        PdfBytes out = bundle.object();
        out.add("<</Type/Page/Parent ").reference(pageNode).add("/MediaBox[0 0 ");
        out.number(page.page().width()).add(' ').number(page.page().height());
        out.add(']');
        writeBoxes(page.page(), out);
        out.add("/Tabs/S/Resources ").reference(spine.resources());
        out.add("/Contents ").reference(stream++);
        if (page.owners().length > 0) {
          out.add("/StructParents ").number(key++);
        }
        if (!page.links().isEmpty()) {
          out.add("/Annots[");
          for (int i = 0; i < page.links().size(); i++) {
            out.reference(link++).add(' ');
          }
          out.add(']');
        }
        out.add(">>");
      }
    }

    private static void writeBoxes(Page page, PdfBytes out) {
      Page.Boxes boxes = page.boxes();
      if (boxes != null) {
        writeBox(boxes.trim(), page.height(), out.add("/TrimBox["));
        writeBox(boxes.bleed(), page.height(), out.add("/BleedBox["));
      }
    }

    private static void writeBox(Page.Box box, float height, PdfBytes out) {
      out.number(box.left()).add(' ').number(height - box.bottom()).add(' ');
      out.number(box.right()).add(' ').number(height - box.top()).add(']');
    }

    private void writeLinks(PressedLetter letter) {
      for (PressedPage page : letter.pages()) {
        for (PressedPage.Link link : page.links()) {
          PdfBytes out = bundle.object();
          out.add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[").number(link.left());
          out.add(' ').number(link.bottom()).add(' ').number(link.right());
          out.add(' ').number(link.top()).add("]/StructParent ").number(key++);
          out.add("/A<</S/URI/URI").text(link.target().toASCIIString());
          out.add(">>/Contents").text(link.target().toString()).add(">>");
        }
      }
    }
  }
}
