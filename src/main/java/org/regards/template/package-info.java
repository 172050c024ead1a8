/**
 * User-written FreeMarker templates in a sandbox, and values that know the record they came from.
 * Entry type: {@link org.regards.template.TemplateFolder}. Knows nothing of letters; the only
 * package that sees FreeMarker.
 */
@NullMarked
package org.regards.template;

import org.jspecify.annotations.NullMarked;
