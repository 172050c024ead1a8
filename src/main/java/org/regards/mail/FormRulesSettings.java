package org.regards.mail;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regards.customer.EmailAddress;
import org.regards.mail.DkimKey.Algorithm;

/** The variables of the environment that say what is added to each message. */
public final class FormRulesSettings {
  static final String DOMAIN = "REGARDS_MAIL_DKIM_DOMAIN";
  static final String SELECTOR = "REGARDS_MAIL_DKIM_SELECTOR";
  static final String KEY_FILE = "REGARDS_MAIL_DKIM_KEY_FILE";
  static final String ED25519_SELECTOR = "REGARDS_MAIL_DKIM_ED25519_SELECTOR";
  static final String ED25519_KEY_FILE = "REGARDS_MAIL_DKIM_ED25519_KEY_FILE";
  static final String REPLY_TO = "REGARDS_MAIL_REPLY_TO";
  static final String ARCHIVE = "REGARDS_MAIL_ARCHIVE";
  static final String UNSUBSCRIBE = "REGARDS_MAIL_UNSUBSCRIBE";

  /** RFC 6376 3.1: words as in a domain name. */
  private static final Pattern NAMES =
      Pattern.compile(
          "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

  private final Map<String, String> environment;
  private final Path workingFolder;
  private final List<String> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private FormRulesSettings(Map<String, String> environment, Path workingFolder) {
    this.environment = environment;
    this.workingFolder = workingFolder;
  }

  /**
   * Reads them, and the keys that they name: a message that was to be signed never goes unsigned.
   *
   * @param workingFolder where files of keys are looked for
   * @throws MailSettingsException with everything that is wrong
   */
  public static FormRules read(Map<String, String> environment, Path workingFolder) {
    FormRulesSettings settings = new FormRulesSettings(environment, workingFolder);
    FormRules rules =
        new FormRules(
            settings.dkim(),
            settings.address(REPLY_TO),
            settings.address(ARCHIVE),
            settings.unsubscribe());
    if (!settings.problems.isEmpty()) {
      throw new MailSettingsException("The settings of the form of emails", settings.problems);
    }
    return rules;
  }

  private @Nullable Dkim dkim() {
    boolean wanted =
        List.of(DOMAIN, SELECTOR, KEY_FILE, ED25519_SELECTOR, ED25519_KEY_FILE).stream()
            .anyMatch(name -> !value(name).isEmpty());
    if (!wanted) {
      return null;
    }
    for (String name : List.of(DOMAIN, SELECTOR, KEY_FILE)) {
      if (value(name).isEmpty()) {
        problems.add(
            "%s is not set: DKIM wants the domain, the selector and the file of the key"
                .formatted(shown(name)));
      }
    }
    if (value(ED25519_SELECTOR).isEmpty() != value(ED25519_KEY_FILE).isEmpty()) {
      problems.add(
          "of %s and %s one is set: set both or neither"
              .formatted(shown(ED25519_SELECTOR), shown(ED25519_KEY_FILE)));
    }
    if (!value(SELECTOR).isEmpty() && value(SELECTOR).equals(value(ED25519_SELECTOR))) {
      problems.add(
          "%s and %s are the same; each key stands under a selector of its own in the DNS"
              .formatted(shown(SELECTOR), shown(ED25519_SELECTOR)));
    }
    List<DkimKey> keys = new ArrayList<>();
    key(SELECTOR, KEY_FILE, Algorithm.RSA).ifPresent(keys::add);
    key(ED25519_SELECTOR, ED25519_KEY_FILE, Algorithm.ED25519).ifPresent(keys::add);
    return new Dkim(name(DOMAIN), keys, warnings);
  }

  private Optional<DkimKey> key(String selector, String file, Algorithm algorithm) {
    String word = name(selector);
    if (value(file).isEmpty()) {
      return Optional.empty();
    }
    Path path = workingFolder.resolve(value(file));
    List<String> wrong = new ArrayList<>();
    Optional<PrivateKey> key = DkimKeyFile.read(path, algorithm, wrong);
    wrong.forEach(problem -> problems.add("%s: %s".formatted(shown(file), problem)));
    key.ifPresent(read -> warnings.addAll(DkimKeyFile.warnings(path, read)));
    return key.map(read -> new DkimKey(word, algorithm, read));
  }

  private String name(String setting) {
    String value = value(setting);
    if (!value.isEmpty() && !NAMES.matcher(value).matches()) {
      problems.add(
          "%s is \"%s\"; it wants words of letters, digits and hyphens with dots between them, for example %s"
              .formatted(
                  shown(setting), value, setting.equals(DOMAIN) ? "example.org" : "regards2026"));
    }
    return value;
  }

  private @Nullable EmailAddress address(String name) {
    String value = value(name);
    Optional<EmailAddress> address = EmailAddress.parse(value);
    if (!value.isEmpty() && address.isEmpty()) {
      problems.add(
          "%s is \"%s\", which is not an address that mail can be delivered to"
              .formatted(shown(name), value));
    }
    return address.orElse(null);
  }

  private @Nullable UnsubscribePage unsubscribe() {
    String value = value(UNSUBSCRIBE);
    Optional<UnsubscribePage> page = UnsubscribePage.of(value);
    if (!value.isEmpty() && page.isEmpty()) {
      problems.add(
          "%s is \"%s\"; it wants an https address with {message} where the id of the message stands, for example https://example.org/stop?m={message}"
              .formatted(shown(UNSUBSCRIBE), value));
    }
    return page.orElse(null);
  }

  private String value(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private static String shown(String name) {
    String word =
        switch (name) {
          case DOMAIN -> "mail.dkim.domain";
          case SELECTOR -> "mail.dkim.selector";
          case KEY_FILE -> "mail.dkim.key_file";
          case ED25519_SELECTOR -> "mail.dkim.ed25519.selector";
          case ED25519_KEY_FILE -> "mail.dkim.ed25519.key_file";
          case REPLY_TO -> "mail.reply_to";
          case ARCHIVE -> "mail.archive";
          default -> "mail.unsubscribe";
        };
    return "%s (%s)".formatted(word, name);
  }
}
