package org.regards.review;

/** The word lists of Spanish. */
class WordRulesSpanishTest extends WordRulesContract {
  WordRulesSpanishTest() {
    super("es");
  }
}
