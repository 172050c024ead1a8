package org.regards.intake;

/** A row that is right in itself; whether what it refers to is there comes next. */
record Candidate<T>(Cells cells, T record) {
  long line() {
    return cells.line();
  }
}
