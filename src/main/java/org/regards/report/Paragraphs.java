package org.regards.report;

import org.regards.document.Element;

/** Sentences that become one paragraph. */
final class Paragraphs {
  private final StringBuilder text = new StringBuilder();

  Paragraphs say(String form, Object... values) {
    text.append(text.isEmpty() ? "" : " ").append(form.formatted(values));
    return this;
  }

  Element.Paragraph element() {
    return new Element.Paragraph(text.toString());
  }
}
