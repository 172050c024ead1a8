package org.regards.letter;

import java.util.List;

/**
 * A named part of a letter.
 *
 * @param locked policy or legal text that an author may not change
 */
public record Part(PartName name, boolean locked, List<Block> blocks) {
  public Part {
    blocks = List.copyOf(blocks);
  }
}
