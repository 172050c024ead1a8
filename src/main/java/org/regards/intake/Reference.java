package org.regards.intake;

import org.regards.store.RecordKind;

/** A row names another record in one of its columns. */
record Reference(String column, RecordKind kind, String key) {}
