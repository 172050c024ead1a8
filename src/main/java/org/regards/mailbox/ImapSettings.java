package org.regards.mailbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regards.mail.Login;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.MailSettings;

/** The variables of the environment that name the mailbox. */
public final class ImapSettings {
  private static final String PREFIX = "REGARDS_IMAP_";
  private static final int DAYS = 14;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  private ImapSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The mailbox that the environment names; none when it names no host. Who we are to it is said as
   * for SMTP, and is the same where nothing else is said.
   *
   * @param workingFolder where files of secrets are looked for and commands run
   * @throws ImapSettingsException with everything that is wrong
   * @throws org.regards.mail.MailSettingsException with what is wrong with the login
   */
  public static Optional<ImapServer> read(
      Map<String, String> environment, Path workingFolder, InstantSource clock) {
    return new ImapSettings(environment).read(workingFolder, clock);
  }

  private Optional<ImapServer> read(Path workingFolder, InstantSource clock) {
    String host = value("HOST").isEmpty() ? ofPreset() : value("HOST");
    if (host.isEmpty()) {
      return Optional.empty();
    }
    Encryption encryption = encryption();
    if (encryption == Encryption.NONE && !THIS_MACHINE.contains(host)) {
      problems.add(
          "%s is \"none\", which is for a server on this machine (localhost) only; leave it out, and the conversation with %s is encrypted"
              .formatted(shown("ENCRYPTION"), host));
    }
    int usual = encryption == Encryption.TLS ? 993 : 143;
    int port = number("PORT", usual, 65535);
    int days = number("SINCE_DAYS", DAYS, 3650);
    Optional<Login> login = MailSettings.login(environment, PREFIX, workingFolder, clock);
    if (login.isEmpty()) {
      problems.add(
          "%s and %sPASSWORD are not set: the mailbox opens to nobody without them"
              .formatted(shown("USER"), PREFIX));
    }
    if (!problems.isEmpty()) {
      throw new ImapSettingsException(problems);
    }
    String folder = value("FOLDER").isEmpty() ? "INBOX" : value("FOLDER");
    return login.map(
        who -> new ImapServer(host, port, encryption, who, folder, value("ARCHIVE_FOLDER"), days));
  }

  /** The mailbox of the service that mail is sent by. */
  private String ofPreset() {
    return switch (environment.getOrDefault("REGARDS_SMTP_PRESET", "").strip()) {
      case "gmail" -> "imap.gmail.com";
      case "microsoft365" -> "outlook.office365.com";
      default -> "";
    };
  }

  private Encryption encryption() {
    return switch (value("ENCRYPTION")) {
      case "tls" -> Encryption.TLS;
      case "starttls" -> Encryption.STARTTLS;
      case "none" -> Encryption.NONE;
      case "" -> value("PORT").equals("143") ? Encryption.STARTTLS : Encryption.TLS;
      case String other -> {
        problems.add(
            "%s is \"%s\"; it may be one of tls, starttls, none"
                .formatted(shown("ENCRYPTION"), other));
        yield Encryption.TLS;
      }
    };
  }

  private int number(String name, int usual, int most) {
    String text = value(name);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.matches("[0-9]{1,5}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    problems.add(
        "%s is \"%s\"; it must be a number from 1 to %d, for example %d"
            .formatted(shown(name), text, most, usual));
    return usual;
  }

  /** Both names of a setting: that in the file and that in the environment. */
  private static String shown(String name) {
    return "imap.%s (%s%s)".formatted(name.toLowerCase(Locale.ROOT), PREFIX, name);
  }

  private String value(String name) {
    return environment.getOrDefault(PREFIX + name, "").strip();
  }
}
