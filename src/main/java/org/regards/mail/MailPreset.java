package org.regards.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A mail service that many businesses use: where it takes mail, and how much. */
public enum MailPreset {
  /**
   * Gmail of Google Workspace: 2,000 messages in any 24 hours (support.google.com/a/answer/166852);
   * a private account may send 500. It says nothing of minutes.
   */
  GMAIL("smtp.gmail.com", OptionalInt.empty(), OptionalInt.of(2_000), 4),
  /**
   * Exchange Online: 30 messages a minute, 10,000 recipients a day, 3 connections
   * (learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements).
   */
  MICROSOFT365("smtp.office365.com", OptionalInt.of(30), OptionalInt.of(10_000), 3);

  private final String host;
  private final SendingLimits limits;

  MailPreset(String host, OptionalInt perMinute, OptionalInt perDay, int connections) {
    this.host = host;
    this.limits = new SendingLimits(perMinute, perDay, connections);
  }

  /** Speaks STARTTLS on port 587. */
  String host() {
    return host;
  }

  public SendingLimits limits() {
    return limits;
  }

  /** As it is written in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<MailPreset> of(String word) {
    return Arrays.stream(values()).filter(preset -> preset.word().equals(word)).findFirst();
  }

  static String words() {
    return Arrays.stream(values()).map(MailPreset::word).collect(Collectors.joining(", "));
  }
}
