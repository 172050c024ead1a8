package org.regards.document;

import java.time.LocalDate;
import java.util.List;

/**
 * A document to be read within the business. It is no letter: nothing that sends or prints mail
 * takes one.
 *
 * @param subtitle what it is about, under the title; may be empty
 * @param notice stands on every page, for example that it is not to be mailed; may be empty
 * @param date the day that it speaks of
 */
public record Document(
    String title, String subtitle, String notice, LocalDate date, List<Element> elements) {
  public Document {
    elements = List.copyOf(elements);
  }
}
