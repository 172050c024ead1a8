package org.regards.mail;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;

/** The variables of the environment that name the mail server. */
public final class MailSettings {
  private static final String SMTP = "REGARDS_SMTP_";

  static final String HOST = "REGARDS_SMTP_HOST";
  static final String PORT = "REGARDS_SMTP_PORT";
  static final String USER = "REGARDS_SMTP_USER";
  static final String PASSWORD = "REGARDS_SMTP_PASSWORD";
  static final String ENCRYPTION = "REGARDS_SMTP_ENCRYPTION";

  static final String PRESET = "REGARDS_SMTP_PRESET";
  static final String CONNECTIONS = "REGARDS_SMTP_CONNECTIONS";

  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  private MailSettings(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The server that the environment names; none when it names no host, and mail stays in the
   * sandbox.
   *
   * @param workingFolder where files of secrets are looked for and commands run
   * @throws MailSettingsException with everything that is wrong
   */
  public static Optional<MailServer> read(
      Map<String, String> environment, Path workingFolder, InstantSource clock) {
    return new MailSettings(environment).read(workingFolder, clock);
  }

  /**
   * Who we are to another server of the same mail service, as settings like those of SMTP say it;
   * the login of SMTP where there are none.
   *
   * @param prefix of their names in the environment, for example {@code REGARDS_IMAP_}
   * @throws MailSettingsException with everything that is wrong
   */
  public static Optional<Login> login(
      Map<String, String> environment, String prefix, Path workingFolder, InstantSource clock) {
    MailSettings settings = new MailSettings(environment);
    Optional<MailPreset> preset = settings.preset();
    Login own = settings.login(prefix, preset, workingFolder, clock);
    Login login =
        own == null && settings.problems.isEmpty()
            ? settings.login(SMTP, preset, workingFolder, clock)
            : own;
    settings.refuseProblems();
    return Optional.ofNullable(login);
  }

  private @Nullable Login login(
      String prefix, Optional<MailPreset> preset, Path workingFolder, InstantSource clock) {
    return new LoginSettings(environment, prefix, preset, workingFolder, clock, problems).read();
  }

  /**
   * How much may be sent to that server.
   *
   * @throws MailSettingsException with everything that is wrong
   */
  public static SendingLimits limits(Map<String, String> environment) {
    MailSettings settings = new MailSettings(environment);
    SendingLimits limits = settings.limits();
    settings.refuseProblems();
    return limits;
  }

  private SendingLimits limits() {
    SendingLimits limits = preset().map(MailPreset::limits).orElse(SendingLimits.NONE);
    String text = value(CONNECTIONS);
    if (text.isEmpty()) {
      return limits;
    }
    if (text.matches("[0-9]{1,3}")) {
      int connections = Integer.parseInt(text);
      if (connections >= 1 && connections <= SendingLimits.MOST_CONNECTIONS) {
        return new SendingLimits(limits.perMinute(), limits.perDay(), connections);
      }
    }
    problems.add(
        "%s is \"%s\"; it must be a number from 1 to %d"
            .formatted(LoginSettings.shownName(CONNECTIONS), text, SendingLimits.MOST_CONNECTIONS));
    return limits;
  }

  private Optional<MailPreset> preset() {
    String word = value(PRESET);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<MailPreset> preset = MailPreset.of(word);
    if (preset.isEmpty()) {
      problems.add(
          "%s is \"%s\"; it may be one of %s"
              .formatted(LoginSettings.shownName(PRESET), word, MailPreset.words()));
    }
    return preset;
  }

  private void refuseProblems() {
    if (!problems.isEmpty()) {
      throw new MailSettingsException(problems);
    }
  }

  private Optional<MailServer> read(Path workingFolder, InstantSource clock) {
    Optional<MailPreset> preset = preset();
    String host = value(HOST).isEmpty() ? preset.map(MailPreset::host).orElse("") : value(HOST);
    if (host.isEmpty()) {
      refuseProblems();
      return Optional.empty();
    }
    Encryption encryption = encryption();
    int port = port(encryption);
    Login login = login(SMTP, preset, workingFolder, clock);
    if (encryption == Encryption.NONE && !MailServer.isThisMachine(host)) {
      problems.add(
          LoginSettings.shownName(ENCRYPTION)
              + " is \"none\", which is for a server on this machine (localhost) only; leave it"
              + " out, and the conversation with "
              + host
              + " is encrypted");
    }
    refuseProblems();
    return Optional.of(new MailServer(host, port, encryption, login));
  }

  private Encryption encryption() {
    String word = value(ENCRYPTION);
    if (word.isEmpty()) {
      return value(PORT).equals("465") ? Encryption.TLS : Encryption.STARTTLS;
    }
    return Arrays.stream(Encryption.values())
        .filter(encryption -> encryption.word().equals(word))
        .findFirst()
        .orElseGet(
            () -> {
              String words =
                  Arrays.stream(Encryption.values())
                      .map(Encryption::word)
                      .collect(Collectors.joining(", "));
              problems.add(
                  LoginSettings.shownName(ENCRYPTION)
                      + " is \""
                      + word
                      + "\"; it may be one of "
                      + words);
              return Encryption.STARTTLS;
            });
  }

  private int port(Encryption encryption) {
    String text = value(PORT);
    if (text.isEmpty()) {
      return encryption.usualPort();
    }
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    problems.add(
        LoginSettings.shownName(PORT)
            + " is \""
            + text
            + "\"; it must be a number from 1 to 65535, for example 587");
    return encryption.usualPort();
  }

  private String value(String name) {
    return environment.getOrDefault(name, "").strip();
  }
}
