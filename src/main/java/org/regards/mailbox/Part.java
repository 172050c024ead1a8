package org.regards.mailbox;

import java.util.Arrays;
import java.util.List;

/**
 * A part of a message: a leaf with its bytes, or a node with children; what holds a message has
 * that message as its one child. Immutable.
 */
final class Part {
  private final Header header;
  private final ContentType type;
  private final byte[] body;
  private final List<Part> children;

  /**
   * @param body still encoded, without what was too long of it; not copied
   */
  Part(Header header, ContentType type, byte[] body, List<Part> children) {
    this.header = header;
    this.type = type;
    this.body = body;
    this.children = List.copyOf(children);
  }

  Header header() {
    return header;
  }

  ContentType type() {
    return type;
  }

  List<Part> children() {
    return children;
  }

  boolean isEmpty() {
    return body.length == 0;
  }

  boolean startsWith(byte[] bytes) {
    return body.length >= bytes.length
        && Arrays.equals(body, 0, bytes.length, bytes, 0, bytes.length);
  }

  /** The part's own text, its encodings undone. */
  String text() {
    String text =
        Charsets.decoded(
            Transfer.decoded(body, header.first("content-transfer-encoding")),
            type.parameter("charset"));
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  boolean isText() {
    return type.type().startsWith("text/") && children.isEmpty();
  }

  boolean isHtml() {
    return type.type().equals("text/html");
  }

  /** The same below another header. */
  Part under(Header other) {
    return new Part(other, type, body, children);
  }
}
