package org.regards.letter;

import org.regards.store.RecordField;

/**
 * A piece of a letter that came from a record.
 *
 * @param text as printed, for example {@code 3 May}
 * @param source the record and field it came from
 * @param value the field's value when the letter was written, in its stored form: {@code
 *     2026-05-03}
 */
public record Fact(String text, RecordField source, String value) {}
