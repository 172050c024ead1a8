package org.regards.mail;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings that say who we are to a server, and where what proves it is kept. */
final class LoginSettings {
  private static final String USER = "USER";
  private static final String PASSWORD = "PASSWORD";
  private static final String TOKEN = "TOKEN";
  private static final String CLIENT = "OAUTH_CLIENT_ID";
  private static final String CLIENT_SECRET = "OAUTH_CLIENT_SECRET";
  private static final String REFRESH_TOKEN = "OAUTH_REFRESH_TOKEN";
  private static final String TENANT = "OAUTH_TENANT";
  private static final String ENDPOINT = "OAUTH_ENDPOINT";
  private static final String FILE = "_FILE";
  private static final String COMMAND = "_COMMAND";

  /** What a program may do in the name of a Microsoft 365 mailbox without anybody signing in. */
  private static final String MICROSOFT_ALL = "https://outlook.office365.com/.default";

  private final Map<String, String> environment;
  private final String prefix;
  private final Optional<MailPreset> preset;
  private final Path workingFolder;
  private final InstantSource clock;
  private final List<String> problems;

  /**
   * @param prefix of the variables, for example {@code REGARDS_SMTP_}
   * @param problems to which is added what is wrong
   */
  LoginSettings(
      Map<String, String> environment,
      String prefix,
      Optional<MailPreset> preset,
      Path workingFolder,
      InstantSource clock,
      List<String> problems) {
    this.environment = environment;
    this.prefix = prefix;
    this.preset = preset;
    this.workingFolder = workingFolder;
    this.clock = clock;
    this.problems = problems;
  }

  /** Null where nothing is set, or what is set is a problem. */
  @Nullable Login read() {
    String user = value(USER);
    List<String> kinds = Stream.of(PASSWORD, TOKEN, CLIENT).filter(this::isKept).toList();
    if (kinds.size() > 1) {
      problems.add(
          "%s are all set, and one says who you are: keep one"
              .formatted(String.join(" and ", kinds.stream().map(this::variable).toList())));
      return null;
    }
    if (kinds.isEmpty()) {
      if (!user.isEmpty()) {
        problems.add(
            "%s is set but %s is not: set both or neither"
                .formatted(shown(USER), variable(PASSWORD)));
      }
      return null;
    }
    String kind = kinds.getFirst();
    if (user.isEmpty()) {
      problems.add(
          "%s is set but %s is not: set both or neither".formatted(settingOf(kind), shown(USER)));
    }
    Secret secret =
        switch (kind) {
          case PASSWORD -> kept(PASSWORD, Proof.Password::new);
          case TOKEN -> kept(TOKEN, Proof.Bearer::new);
          default -> service();
        };
    return secret == null ? null : new Login(user, secret);
  }

  private @Nullable Secret kept(String name, Function<String, Proof> kind) {
    return switch (text(name)) {
      case SecretText.Given given -> new Login.Fixed(kind.apply(given.text()));
      case SecretText elsewhere -> new KeptSecret(elsewhere, kind);
      case null -> null;
    };
  }

  private @Nullable Secret service() {
    String tenant = value(TENANT);
    URI endpoint = endpoint(tenant);
    SecretText refreshToken = text(REFRESH_TOKEN);
    SecretText clientSecret = text(CLIENT_SECRET);
    boolean forItself = refreshToken == null;
    if (forItself && (preset.equals(Optional.of(MailPreset.GMAIL)) || clientSecret == null)) {
      problems.add(
          "%s is set but %s is not: it is what you get when you sign in"
              .formatted(shown(CLIENT), variable(REFRESH_TOKEN)));
      return null;
    }
    if (endpoint == null) {
      return null;
    }
    boolean ofMicrosoft = preset.equals(Optional.of(MailPreset.MICROSOFT365));
    if (forItself && ofMicrosoft && tenant.isEmpty() && value(ENDPOINT).isEmpty()) {
      problems.add(
          "%s is not set: without a refresh token the program asks for itself, and must name your"
                  .formatted(shown(TENANT))
              + " organisation");
      return null;
    }
    return new TokenService(
        new TokenService.Client(
            preset.map(MailPreset::tokenService).orElse(String.valueOf(endpoint.getHost())),
            endpoint,
            value(CLIENT),
            clientSecret,
            refreshToken,
            forItself && ofMicrosoft ? MICROSOFT_ALL : "",
            settingOf(forItself ? CLIENT_SECRET : REFRESH_TOKEN)),
        clock);
  }

  private @Nullable URI endpoint(String tenant) {
    String text = value(ENDPOINT);
    if (!tenant.matches("[A-Za-z0-9.-]*")) {
      problems.add(
          "%s is \"%s\"; it wants the id or the domain of your organisation"
              .formatted(shown(TENANT), tenant));
      return null;
    }
    if (text.isEmpty()) {
      if (preset.isEmpty()) {
        problems.add(
            "%s is not set: it is the address that gives tokens, for example https://login.example.org/token"
                .formatted(shown(ENDPOINT)));
      }
      return preset.map(service -> service.tokenEndpoint(tenant)).orElse(null);
    }
    try {
      URI uri = URI.create(text);
      String scheme = String.valueOf(uri.getScheme());
      String host = uri.getHost();
      if (host != null
          && (scheme.equals("https")
              || (scheme.equals("http") && MailServer.isThisMachine(host)))) {
        return uri;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // said below
    }
    problems.add("%s is \"%s\"; it must begin with https://".formatted(shown(ENDPOINT), text));
    return null;
  }

  private boolean isKept(String name) {
    return Stream.of("", FILE, COMMAND).anyMatch(place -> !value(name + place).isEmpty());
  }

  private @Nullable SecretText text(String name) {
    List<String> places =
        Stream.of("", FILE, COMMAND).filter(place -> !value(name + place).isEmpty()).toList();
    if (places.size() > 1) {
      problems.add(
          "%s are all set: keep one"
              .formatted(
                  String.join(
                      " and ", places.stream().map(place -> variable(name + place)).toList())));
    }
    if (places.isEmpty()) {
      return null;
    }
    String at = name + places.getFirst();
    return switch (places.getFirst()) {
      // as it is: spaces may belong to it
      case "" -> new SecretText.Given(environment.getOrDefault(variable(at), ""));
      case FILE -> new SecretText.InFile(workingFolder.resolve(value(at)), shown(at));
      default -> new SecretText.ByCommand(SecretCommand.words(value(at)), workingFolder, shown(at));
    };
  }

  private String settingOf(String name) {
    return Stream.of("", FILE, COMMAND)
        .map(place -> name + place)
        .filter(place -> !value(place).isEmpty())
        .findFirst()
        .map(place -> place.equals(name) ? variable(name) : shown(place))
        .orElse(variable(name));
  }

  private String value(String name) {
    return environment.getOrDefault(variable(name), "").strip();
  }

  private String variable(String name) {
    return prefix + name;
  }

  private String shown(String name) {
    return shownName(variable(name));
  }

  /** Both names of a setting: that in the file and that in the environment. */
  static String shownName(String variable) {
    return "%s (%s)"
        .formatted(
            variable.substring("REGARDS_".length()).toLowerCase(Locale.ROOT).replaceFirst("_", "."),
            variable);
  }
}
