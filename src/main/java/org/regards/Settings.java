package org.regards;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.playbook.Business;

/**
 * How the program is set up: {@code regards.properties} in the working folder, over it the
 * environment, where {@code business.name} is {@code REGARDS_BUSINESS_NAME}. Secrets are not in it:
 * they come from the environment, or from a file or a command that it names.
 *
 * @param values all settings that were given, by their names in the environment
 */
record Settings(Path workingFolder, Map<String, String> values) {
  static final String FILE = "regards.properties";
  private static final String PREFIX = "REGARDS_";

  /** Refused in the file, which is shown and copied about. */
  private static final Set<String> SECRETS =
      Set.of(
          "smtp.password",
          "smtp.token",
          "smtp.oauth_client_secret",
          "smtp.oauth_refresh_token",
          "imap.password",
          "imap.token",
          "imap.oauth_client_secret",
          "imap.oauth_refresh_token");

  static final Set<String> NAMES =
      Set.of(
          "store",
          "templates",
          "out",
          "fonts",
          "business.name",
          "business.street",
          "business.locality",
          "business.region",
          "business.postal_code",
          "business.country",
          "business.email",
          "business.phone",
          "business.web",
          "business.language",
          "business.zone",
          "card.format",
          "card.thank_you",
          "card.design",
          "card.image",
          "card.sheet",
          "mail.attachment_limit",
          "mail.dkim.domain",
          "mail.dkim.selector",
          "mail.dkim.key_file",
          "mail.dkim.ed25519.selector",
          "mail.dkim.ed25519.key_file",
          "mail.reply_to",
          "mail.archive",
          "mail.unsubscribe",
          "smtp.host",
          "smtp.port",
          "smtp.user",
          "smtp.password",
          "smtp.password_file",
          "smtp.password_command",
          "smtp.token",
          "smtp.token_file",
          "smtp.token_command",
          "smtp.oauth_client_id",
          "smtp.oauth_client_secret",
          "smtp.oauth_client_secret_file",
          "smtp.oauth_client_secret_command",
          "smtp.oauth_refresh_token",
          "smtp.oauth_refresh_token_file",
          "smtp.oauth_refresh_token_command",
          "smtp.oauth_tenant",
          "smtp.oauth_endpoint",
          "smtp.encryption",
          "imap.host",
          "imap.port",
          "imap.user",
          "imap.encryption",
          "imap.folder",
          "imap.archive_folder",
          "imap.since_days",
          "imap.password",
          "imap.password_file",
          "imap.password_command",
          "imap.token",
          "imap.token_file",
          "imap.token_command",
          "imap.oauth_client_id",
          "imap.oauth_client_secret",
          "imap.oauth_client_secret_file",
          "imap.oauth_client_secret_command",
          "imap.oauth_refresh_token",
          "imap.oauth_refresh_token_file",
          "imap.oauth_refresh_token_command",
          "imap.oauth_tenant",
          "imap.oauth_endpoint",
          "smtp.preset",
          "smtp.connections",
          "smtp.per_minute",
          "smtp.per_day",
          "smtp.domain_at_once",
          "smtp.domain_per_minute",
          "outbox.gap_hours",
          "mail.quiet",
          "mail.quiet_days",
          "codes.qr",
          "codes.imb.mailer",
          "codes.imb.service",
          "codes.kix",
          "stationery.form",
          "stationery.envelope",
          "stationery.fold",
          "stationery.logo",
          "stationery.colour",
          "stationery.signatures",
          "stationery.footer",
          "stationery.font",
          "stationery.heading_font");

  private static final List<String> LANGUAGES =
      Arrays.stream(LetterLanguage.values()).map(LetterLanguage::code).distinct().toList();

  Settings {
    values = Map.copyOf(values);
  }

  /**
   * Reads the settings of a working folder.
   *
   * @throws SettingsException with everything that is wrong in them
   */
  static Settings read(Path workingFolder, Map<String, String> environment) {
    List<String> problems = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    fromFile(workingFolder.resolve(FILE), problems)
        .forEach(
            (name, value) -> {
              if (!NAMES.contains(name)) {
                problems.add(
                    "%s has a setting %s, which there is not%s"
                        .formatted(
                            FILE,
                            name,
                            Mistyped.nearest(name, NAMES)
                                .map("; did you mean %s?"::formatted)
                                .orElse("")));
              } else if (SECRETS.contains(name)) {
                problems.add(
                    "%s holds a password, %s; take it out, and set %s in the environment or name a file that holds it with %s_file"
                        .formatted(FILE, name, variable(name), name));
              } else {
                values.put(variable(name), value.strip());
              }
            });
    NAMES.stream()
        .map(Settings::variable)
        .filter(environment::containsKey)
        .forEach(name -> values.put(name, environment.getOrDefault(name, "").strip()));
    Settings settings = new Settings(workingFolder, values);
    String country = settings.value("business.country");
    if (!country.isEmpty() && !Set.of(Locale.getISOCountries()).contains(country)) {
      problems.add(
          "business.country is \"%s\"; it wants the two capital letters of ISO 3166, for example GB"
              .formatted(country));
    }
    String language = settings.value("business.language");
    if (!language.isEmpty() && !LANGUAGES.contains(language)) {
      problems.add(
          "business.language is \"%s\"; it may be one of %s"
              .formatted(language, String.join(", ", LANGUAGES)));
    }
    new PaperSettings(settings).check(problems);
    new LookSettings(settings).check(problems);
    new CardSettings(settings).check(problems);
    new CodeSettings(settings).check(problems);
    new FormSettings(settings).check(problems);
    new DispatchSettings(settings).check(problems);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return settings;
  }

  /** A setting, or an empty text when it was not given. */
  String value(String name) {
    return values.getOrDefault(variable(name), "");
  }

  /** A path, relative to the working folder. */
  Path path(String name, String otherwise) {
    String value = value(name);
    return workingFolder.resolve(value.isEmpty() ? otherwise : value);
  }

  Business business() {
    String language = value("business.language");
    return new Business(
        value("business.name"),
        new PostalAddress(
            value("business.street"),
            value("business.locality"),
            value("business.region"),
            value("business.postal_code"),
            value("business.country")),
        value("business.email"),
        value("business.phone"),
        value("business.web"),
        language.isEmpty() ? "en" : language);
  }

  /** Without the values: one of them is a password. */
  @Override
  public String toString() {
    return "Settings[%s in %s]".formatted(new TreeSet<>(values.keySet()), workingFolder);
  }

  private static String variable(String name) {
    return PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static Map<String, String> fromFile(Path file, List<String> problems) {
    Map<String, String> values = new TreeMap<>();
    if (!Files.exists(file)) {
      return values;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (CharacterCodingException notText) {
      problems.add("%s is not UTF-8 text; save it as UTF-8".formatted(file));
    } catch (IOException | IllegalArgumentException unreadable) {
      problems.add("%s cannot be read: %s".formatted(file, unreadable.getMessage()));
    }
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }
}
