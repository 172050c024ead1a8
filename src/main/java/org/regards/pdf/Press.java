package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;

/** Makes pages ready to be written. */
final class Press {
  private Press() {}

  /** Presses the pages of a letter; what they draw with is added to the supplies. */
  static PressedLetter pressed(List<Page> pages, Supplies supplies) {
    try (Workbench workbench = Workbench.borrow()) {
      return pressed(pages, supplies, workbench);
    }
  }

  static PressedLetter pressed(List<Page> pages, Supplies supplies, Workbench workbench) {
    TagTree tags = new TagTree(VisualOrder.readings(pages));
    List<PressedPage> pressed = new ArrayList<>(pages.size());
    int links = 0;
    for (Page page : pages) {
      PressedPage one =
          new PageContent(page, pressed.size(), links, supplies, tags, workbench).pressed();
      links += one.links().size();
      pressed.add(one);
    }
    return new PressedLetter(pressed, tags, supplies);
  }
}
