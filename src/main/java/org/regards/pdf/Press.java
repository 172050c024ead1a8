package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes pages ready to be written. Safe for all threads; what they need is used again. */
final class Press {
  private static final Queue<PageDeflater> IDLE = new ConcurrentLinkedQueue<>();

  private Press() {}

  /** Presses the pages of a letter; the characters are added to those in use. */
  static PressedLetter pressed(List<Page> pages, Supplies supplies) {
    PageDeflater free = IDLE.poll();
    PageDeflater deflater = free == null ? new PageDeflater() : free;
    try {
      TagTree tags = new TagTree(VisualOrder.readings(pages));
      List<PressedPage> pressed = new ArrayList<>(pages.size());
      int links = 0;
      for (Page page : pages) {
        PressedPage one =
            new PageContent(page, pressed.size(), links, supplies, tags, deflater).pressed();
        links += one.links().size();
        pressed.add(one);
      }
      return new PressedLetter(pressed, tags, supplies);
    } finally {
      IDLE.add(deflater);
    }
  }
}
