package org.regards.mail;

/**
 * What we show to a mail server so that it believes who we are, or why there is nothing to show.
 */
public sealed interface Proof {
  record Password(String value) implements Proof {
    @Override
    public String toString() {
      return "Password[…]";
    }
  }

  /** An access token of OAuth 2, for the mechanism XOAUTH2. */
  record Bearer(String token) implements Proof {
    @Override
    public String toString() {
      return "Bearer[…]";
    }
  }

  /** There is none now and may be one later; why, in a sentence. */
  record NotNow(String reason) implements Proof {}

  /** There is none until a person mends something; what, in a sentence. */
  record Withheld(String reason) implements Proof {}
}
