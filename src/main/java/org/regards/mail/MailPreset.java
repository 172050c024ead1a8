package org.regards.mail;

import java.net.URI;
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
  GMAIL("smtp.gmail.com", "Google", OptionalInt.empty(), OptionalInt.of(2_000), 4),
  /**
   * Exchange Online: 30 messages a minute, 10,000 recipients a day, 3 connections
   * (learn.microsoft.com/exchange/troubleshoot/send-emails/smtp-submission-improvements).
   */
  MICROSOFT365("smtp.office365.com", "Microsoft", OptionalInt.of(30), OptionalInt.of(10_000), 3);

  private final String host;
  private final String tokenService;
  private final SendingLimits limits;

  MailPreset(
      String host,
      String tokenService,
      OptionalInt perMinute,
      OptionalInt perDay,
      int connections) {
    this.host = host;
    this.tokenService = tokenService;
    this.limits = new SendingLimits(perMinute, perDay, connections);
  }

  /** Speaks STARTTLS on port 587. */
  String host() {
    return host;
  }

  /** The name of whoever gives tokens to sign in with. */
  String tokenService() {
    return tokenService;
  }

  /**
   * Where tokens are given.
   *
   * @param tenant the organisation at Microsoft, or empty where a person signed in
   */
  URI tokenEndpoint(String tenant) {
    return switch (this) {
      case GMAIL -> URI.create("https://oauth2.googleapis.com/token");
      case MICROSOFT365 ->
          URI.create(
              "https://login.microsoftonline.com/%s/oauth2/v2.0/token"
                  .formatted(tenant.isEmpty() ? "organizations" : tenant));
    };
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
