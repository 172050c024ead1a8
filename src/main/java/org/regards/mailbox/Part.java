package org.regards.mailbox;

import java.util.List;

/**
 * A part of a message: a leaf with its bytes, or a node with children; what holds a message has
 * that message as its one child. Bytes are still encoded, and what is too long of them is left out.
 */
record Part(Header header, ContentType type, byte[] body, List<Part> children) {
  Part {
    children = List.copyOf(children);
  }

  /** The leaf's text, its encodings undone. */
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
}
