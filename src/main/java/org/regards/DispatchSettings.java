package org.regards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regards.language.CountryZones;
import org.regards.mail.SendingLimits;
import org.regards.outbox.PaceLimits;
import org.regards.outbox.QuietHours;
import org.regards.outbox.RecipientZones;
import org.regards.outbox.Tempo;
import org.regards.outbox.WorkerRules;

/** The settings of how fast emails leave, and when. */
final class DispatchSettings {
  private static final String PER_MINUTE = "smtp.per_minute";
  private static final String PER_DAY = "smtp.per_day";
  private static final String CONNECTIONS = "smtp.connections";
  private static final String DOMAIN_AT_ONCE = "smtp.domain_at_once";
  private static final String DOMAIN_PER_MINUTE = "smtp.domain_per_minute";
  private static final String QUIET = "mail.quiet";
  private static final String QUIET_DAYS = "mail.quiet_days";
  private static final String GAP = "outbox.gap_hours";
  private static final String MACHINE = "outbox.machine_folder";

  /** For a store that nobody restores. */
  static final String NONE = "none";

  private static final String ZONE = "business.zone";

  private static final Pattern GAP_HOURS = Pattern.compile("[0-9]{0,4}");
  private static final int MOST = 1_000_000;
  private static final String TIME = "((?:[01][0-9]|2[0-3]):[0-5][0-9])";
  private static final Pattern HOURS = Pattern.compile(TIME + "\\s*-\\s*" + TIME);
  private static final Map<String, DayOfWeek> DAYS =
      Arrays.stream(DayOfWeek.values())
          .collect(Collectors.toMap(DispatchSettings::word, Function.identity()));

  private final Settings settings;

  DispatchSettings(Settings settings) {
    this.settings = settings;
  }

  /** Notes what is wrong. */
  void check(List<String> problems) {
    checkNumber(PER_MINUTE, MOST, problems);
    checkNumber(PER_DAY, MOST, problems);
    checkNumber(CONNECTIONS, SendingLimits.MOST_CONNECTIONS, problems);
    checkNumber(DOMAIN_AT_ONCE, MOST, problems);
    checkNumber(DOMAIN_PER_MINUTE, MOST, problems);
    checkQuiet(problems);
    if (!GAP_HOURS.matcher(settings.value(GAP)).matches()) {
      problems.add(
          "%s is \"%s\"; it wants a number of hours, for example 6, or 0 for never"
              .formatted(GAP, settings.value(GAP)));
    }
    String zone = settings.value(ZONE);
    if (!zone.isEmpty() && !ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add(
          "%s is \"%s\", which there is not; it wants a name such as Europe/London or America/New_York"
              .formatted(ZONE, zone));
    }
  }

  private void checkNumber(String name, int most, List<String> problems) {
    if (!settings.value(name).isEmpty() && number(name, most).isEmpty()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s is \"%s\"; it wants a number from 1 to %,d",
              name,
              settings.value(name),
              most));
    }
  }

  private void checkQuiet(List<String> problems) {
    String hours = settings.value(QUIET);
    Matcher form = HOURS.matcher(hours);
    if (!hours.isEmpty() && !form.matches()) {
      problems.add(
          "%s is \"%s\"; it wants the beginning and the end, for example 20:00-08:00"
              .formatted(QUIET, hours));
    } else if (!hours.isEmpty() && form.group(1).equals(form.group(2))) {
      problems.add(
          "%s is \"%s\", which begins when it ends; leave it out, or write for example 20:00-08:00"
              .formatted(QUIET, hours));
    }
    List<String> unknown = days().filter(day -> !DAYS.containsKey(day)).toList();
    if (!unknown.isEmpty()) {
      problems.add(
          "%s has \"%s\"; days are mon, tue, wed, thu, fri, sat, sun, with commas between them"
              .formatted(QUIET_DAYS, String.join(", ", unknown)));
    } else if (quietDays().size() == DAYS.size()) {
      problems.add(QUIET_DAYS + " has every day, so that no email would ever leave; take one out");
    }
  }

  /**
   * How many may leave.
   *
   * @param preset of the mail server, with its connections, whose numbers the settings override
   */
  PaceLimits limits(SendingLimits preset) {
    OptionalInt perMinute = number(PER_MINUTE, MOST);
    OptionalInt perDay = number(PER_DAY, MOST);
    return new PaceLimits(
        new SendingLimits(
            perMinute.isPresent() ? perMinute : preset.perMinute(),
            perDay.isPresent() ? perDay : preset.perDay(),
            preset.connections()),
        number(DOMAIN_AT_ONCE, MOST),
        number(DOMAIN_PER_MINUTE, MOST));
  }

  /**
   * How fast emails leave, and when.
   *
   * @param preset of the mail server, which the settings override
   */
  Tempo tempo(SendingLimits preset) {
    return new Tempo(limits(preset), quiet(), zones());
  }

  /** When no email leaves; ask for it only of settings that {@link #check} found no fault with. */
  QuietHours quiet() {
    Matcher form = HOURS.matcher(settings.value(QUIET));
    return form.matches()
        ? new QuietHours(
            LocalTime.parse(form.group(1)), LocalTime.parse(form.group(2)), quietDays())
        : QuietHours.onDays(quietDays());
  }

  /** How several programs that send live together; as {@link #quiet} in what it may be asked. */
  WorkerRules sharing() {
    String hours = settings.value(GAP);
    WorkerRules rules =
        hours.isEmpty()
            ? WorkerRules.USUAL
            : WorkerRules.USUAL.withGap(Duration.ofHours(Integer.parseInt(hours)));
    return machineFolder().map(rules::withMachine).orElse(rules);
  }

  /** Where nothing can be kept on this machine, what a long silence means stays unknown. */
  private Optional<Path> machineFolder() {
    if (settings.value(MACHINE).equals(NONE)) {
      return Optional.empty();
    }
    Path folder =
        settings.path(
            MACHINE,
            Path.of(System.getProperty("user.home"), ".local", "state", "regards").toString());
    Path there = folder.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there)
        ? Optional.of(folder)
        : Optional.empty();
  }

  RecipientZones zones() {
    String zone = settings.value(ZONE);
    List<ZoneId> ours =
        zone.isEmpty()
            ? CountryZones.of(settings.value("business.country"), settings.value("business.region"))
            : List.of(ZoneId.of(zone));
    return new RecipientZones(ours.isEmpty() ? List.of(ZoneId.of("UTC")) : ours);
  }

  private Set<DayOfWeek> quietDays() {
    return days()
        .flatMap(day -> Optional.ofNullable(DAYS.get(day)).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> days() {
    return Arrays.stream(settings.value(QUIET_DAYS).toLowerCase(Locale.ROOT).split(","))
        .map(String::strip)
        .filter(day -> !day.isEmpty());
  }

  private OptionalInt number(String name, int most) {
    String value = settings.value(name);
    if (!value.matches("[0-9]{1,7}")) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(value);
    return number >= 1 && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
