package org.regards.review;

/** The word lists of German. */
class WordRulesGermanTest extends WordRulesContract {
  WordRulesGermanTest() {
    super("de");
  }
}
