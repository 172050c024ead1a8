/**
 * Files into customer and history: CSV as it comes out of Excel, never interpreted. Entry type:
 * {@link org.regards.intake.Import}.
 */
@NullMarked
package org.regards.intake;

import org.jspecify.annotations.NullMarked;
