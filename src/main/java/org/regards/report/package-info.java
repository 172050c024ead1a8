/**
 * What the business reads about its own work: papers on one customer for counsel, staff and
 * authorities, and reports over all of them. Nothing here can be mailed. Entry types: {@link
 * org.regards.report.Papers} and {@link org.regards.report.Reports}. Knows no files: a document is
 * shown or printed by others.
 */
@NullMarked
package org.regards.report;

import org.jspecify.annotations.NullMarked;
