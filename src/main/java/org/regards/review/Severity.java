package org.regards.review;

/** What a finding asks for. */
public enum Severity {
  /** The letter does not go before it is mended. */
  ERROR,
  /** The letter goes when a person writes down why it is right as it is. */
  WARNING;

  /** The word that people and scripts read. */
  public String word() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
    };
  }
}
