package org.regards.language;

/**
 * The root of every exception that Regards itself throws. The message says what failed, on what,
 * where, and what to do next, in words that an account manager understands; it never holds letter
 * text, an address or a secret.
 */
public abstract class RegardsException extends RuntimeException {
  protected RegardsException(String message) {
    super(message);
  }

  protected RegardsException(String message, Throwable cause) {
    super(message, cause);
  }
}
