package org.regards.outbox;

/** The steps of a print run; between any two the program may end. */
enum RunStep {
  RESERVED,
  WRITTEN,
  TAKEN,
  APPEARED,
  RELEASED
}
