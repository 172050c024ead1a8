package org.regards.review;

/** The word lists of French. */
class WordRulesFrenchTest extends WordRulesContract {
  WordRulesFrenchTest() {
    super("fr");
  }
}
