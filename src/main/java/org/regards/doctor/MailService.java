package org.regards.doctor;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The SPF records that mail services want to be included in that of a sender. */
final class MailService {
  private static final Map<String, String> SPF =
      Map.of(
          "smtp.gmail.com", "_spf.google.com", // support.google.com/a/answer/10683907
          "smtp-relay.gmail.com", "_spf.google.com",
          "smtp.office365.com", "spf.protection.outlook.com"); // learn.microsoft.com, SPF setup

  private MailService() {}

  /** Of the service that a server belongs to, or null where nothing is known. */
  static @Nullable String spfOf(String host) {
    return SPF.get(host.toLowerCase(Locale.ROOT));
  }
}
