package org.regards.pdf;

/**
 * The families that letters are set in, by the names that their fonts bear; empty for those of the
 * program.
 *
 * @param body of the words of a letter; has an upright, a bold and an italic font
 * @param heading of the name of the business and of the subject; that of the body when empty
 */
public record FontChoice(String body, String heading) {
  public static FontChoice builtIn() {
    return new FontChoice("", "");
  }
}
