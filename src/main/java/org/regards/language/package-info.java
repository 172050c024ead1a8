/**
 * How each letter language writes: dates, money, numbers, lists, plurals and names by CLDR, and
 * what a salutation may look like. Entry types: {@link org.regards.language.LetterLanguage} and
 * {@link org.regards.language.LocalFormats}. Knows nothing of customers, letters or the store; the
 * only package that sees ICU.
 */
@NullMarked
package org.regards.language;

import org.jspecify.annotations.NullMarked;
