/**
 * A letter on paper: stationery, address field, card, as tagged PDF (PDF/UA-1 and PDF/A-2a). Entry
 * type: {@link org.regards.pdf.PdfPrinter}. Knows nothing of mail or of the store.
 */
@NullMarked
package org.regards.pdf;

import org.jspecify.annotations.NullMarked;
