package org.regards.report;

import org.regards.document.Document;
import org.regards.history.Dossier;

/** A report in the making: it hears every customer once, then says what it found. */
interface Pass {
  /** Customers come by key; what is kept of one must not grow with how many there are. */
  void add(Dossier dossier);

  Document document();
}
