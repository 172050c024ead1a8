package org.regards.review;

/** The word lists of English. */
class WordRulesEnglishTest extends WordRulesContract {
  WordRulesEnglishTest() {
    super("en");
  }
}
