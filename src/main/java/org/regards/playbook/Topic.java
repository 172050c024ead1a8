package org.regards.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a policy is about. A plan says it; of an imported policy only the title is there, so words
 * in it tell, in the languages that letters are written in.
 */
public enum Topic {
  QUALITY(""),
  DELIVERY(""),
  CANCELLING("cancel|stornier|annul|cancela"),
  GOODWILL("goodwill|kulanz|geste commercial|cortesía"),
  CONDUCT("conduct|respect|verhalten|umgang|conduite|conducta|respeto"),
  ENDING(
      "ending|termination|notice|kündigung|beendigung|résiliation|fin de contrat|baja|rescisión");

  private final Pattern title;

  Topic(String titleWords) {
    this.title =
        titleWords.isEmpty()
            ? Pattern.compile("(?!)")
            : Pattern.compile(
                "\\b(" + titleWords + ")", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Whether a policy with this title, which nobody has said more of, is about it. */
  boolean isToldBy(String policyTitle) {
    return title.matcher(policyTitle).find();
  }

  /** The word that a plan holds. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> of(String word) {
    return Arrays.stream(values()).filter(topic -> topic.word().equals(word)).findFirst();
  }
}
