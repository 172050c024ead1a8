package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Makes plates of pages. Safe for all threads; keeps as many deflaters as were used at once. */
final class PlateMaker {
  private final Queue<PageDeflater> idle = new ConcurrentLinkedQueue<>();

  /** The plates of a letter; its characters are added to those in use. */
  Plates plates(List<Page> pages, FontUse fonts) {
    PageDeflater free = idle.poll();
    PageDeflater deflater = free == null ? new PageDeflater() : free;
    try {
      TagTree tags = new TagTree();
      List<Plate> plates = new ArrayList<>(pages.size());
      int links = 0;
      for (Page page : pages) {
        Plate plate = new PageContent(page, plates.size(), links, fonts, tags, deflater).plate();
        links += plate.links().size();
        plates.add(plate);
      }
      return new Plates(plates, tags, fonts);
    } finally {
      idle.add(deflater);
    }
  }
}
