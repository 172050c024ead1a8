/**
 * What people of the business read on a page and nobody mails: headings, paragraphs, tables, small
 * charts. Entry type: {@link org.regards.document.Document}; {@link org.regards.document.HtmlPage}
 * shows one in a browser, the package {@code pdf} sets it on paper. Knows nothing of customers or
 * letters.
 */
@NullMarked
package org.regards.document;

import org.jspecify.annotations.NullMarked;
