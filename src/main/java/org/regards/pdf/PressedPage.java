package org.regards.pdf;

import java.net.URI;
import java.util.List;

/**
 * One page ready for the press: its content stream, deflated, the same in whatever file it goes.
 *
 * @param page its measures
 * @param content not copied, never changed
 * @param owners the elements that its marked stretches belong to, by number
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy a page would cost
record PressedPage(Page page, byte[] content, int[] owners, List<Link> links) {

  /**
   * A live area over words.
   *
   * @param owner the number of its element
   */
  record Link(float left, float bottom, float right, float top, int owner, URI target) {}
}
