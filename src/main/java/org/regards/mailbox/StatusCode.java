package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An enhanced status code of RFC 3463.
 *
 * @param severity 2 done, 4 not now, 5 never
 */
public record StatusCode(int severity, int subject, int detail) {
  private static final Pattern CODE =
      Pattern.compile("(?<![0-9A-Za-z.\\[/-])([245])\\.(\\d{1,2})\\.(\\d{1,3})(?![0-9.\\]]|-\\d)");

  /** A reply of RFC 5321: three digits that begin what a server said. */
  private static final Pattern REPLY =
      Pattern.compile(
          "(?:^|(?<=[\\s:;(\\[<'\"=#]))([245][0-7]\\d)(?=["
              + " -][A-Za-z<\\[(#'\"*>=\\d\\u0080-\\uffff]|[:,;)\\]'\"]|[ \\t]{0,20}$)",
          Pattern.MULTILINE);

  private static final Pattern SAID =
      Pattern.compile("[\\s<']{0,5}[45]\\d\\d[ -]#?([45]\\.\\d\\.\\d{1,3})(?![0-9.])");

  static final StatusCode FAILED = new StatusCode(5, 0, 0);

  /** The first code in a text that may be one; {@code 5.5.2653.13} is a version and not one. */
  static Optional<StatusCode> find(String text) {
    return all(text).stream().findFirst();
  }

  static List<StatusCode> all(String text) {
    List<StatusCode> found = new ArrayList<>();
    Matcher code = CODE.matcher(text);
    while (code.find() && found.size() < 20) {
      StatusCode next = new StatusCode(number(code, 1), number(code, 2), number(code, 3));
      if (next.subject <= 7) {
        found.add(next);
      }
    }
    return found;
  }

  /** The code of a server's own words, when they begin with a reply and it. */
  static Optional<StatusCode> said(String text) {
    Matcher said = SAID.matcher(text);
    return said.lookingAt() ? find(" " + said.group(1)) : Optional.empty();
  }

  private static int number(Matcher code, int group) {
    return Integer.parseInt(code.group(group));
  }

  /** The reply codes of SMTP in a text that say no, 4xx and 5xx. */
  static List<Integer> replies(String text) {
    List<Integer> found = new ArrayList<>();
    Matcher reply = REPLY.matcher(text);
    while (reply.find() && found.size() < 20) {
      int number = number(reply, 1);
      if (number >= 400) {
        found.add(number);
      }
    }
    return found;
  }

  /** Where the first reply of SMTP that says no begins, or -1. */
  static int placeOfReply(String text) {
    Matcher reply = REPLY.matcher(text);
    while (reply.find()) {
      if (number(reply, 1) >= 400) {
        return reply.start(1);
      }
    }
    return -1;
  }

  /** Where the first enhanced code that says no begins, or -1. */
  static int placeOf(String text) {
    Matcher code = CODE.matcher(text);
    while (code.find()) {
      if (code.group(1).charAt(0) != '2' && number(code, 2) <= 7) {
        return code.start();
      }
    }
    return -1;
  }

  public boolean isPermanent() {
    return severity == 5;
  }

  /** Whether it says nothing but that something failed. */
  boolean isVague() {
    return subject == 0 || detail == 0;
  }

  StatusCode withSeverity(int other) {
    return new StatusCode(other, subject, detail);
  }

  @Override
  public String toString() {
    return severity + "." + subject + "." + detail;
  }
}
