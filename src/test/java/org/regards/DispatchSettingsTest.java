package org.regards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.mail.SendingLimits;
import org.regards.outbox.PaceLimits;
import org.regards.outbox.QuietHours;
import org.regards.outbox.RecipientZones;

class DispatchSettingsTest {
  private static final SendingLimits PRESET =
      new SendingLimits(OptionalInt.of(20), OptionalInt.of(2000), 3);

  @TempDir private Path folder;

  @Test
  void goesByThePresetWhereNothingIsSet() {
    DispatchSettings settings = settings(Map.of());
    assertThat(settings.limits(PRESET))
        .isEqualTo(new PaceLimits(PRESET, OptionalInt.empty(), OptionalInt.empty()));
    assertThat(settings.quiet()).isEqualTo(QuietHours.NONE);
    assertThat(settings.zones()).isEqualTo(new RecipientZones(List.of(ZoneId.of("UTC"))));
  }

  @Test
  void overridesThePreset() {
    DispatchSettings settings =
        settings(
            Map.of(
                "REGARDS_SMTP_PER_DAY", "500",
                "REGARDS_SMTP_DOMAIN_AT_ONCE", "2",
                "REGARDS_SMTP_DOMAIN_PER_MINUTE", "10"));
    assertThat(settings.limits(PRESET))
        .isEqualTo(
            new PaceLimits(
                new SendingLimits(OptionalInt.of(20), OptionalInt.of(500), 3),
                OptionalInt.of(2),
                OptionalInt.of(10)));
  }

  @Test
  void asksForAWordAfterSixHoursOrAsManyAsAreSet() {
    assertThat(gap("")).isEqualTo(Duration.ofHours(6));
    assertThat(gap("30")).isEqualTo(Duration.ofHours(30));
    assertThat(gap("0")).isZero();
  }

  private Duration gap(String hours) {
    return settings(
            Map.of("REGARDS_OUTBOX_GAP_HOURS", hours, "REGARDS_OUTBOX_MACHINE_FOLDER", "none"))
        .sharing()
        .gap();
  }

  @Test
  void keepsWhatItKnowsInAFolderOfTheMachineWhereOneCanBeMade() throws IOException {
    Path own = folder.resolve("state/regards");
    assertThat(machine(own.toString())).isEqualTo(own);
    assertThat(own).doesNotExist();
    assertThat(machine("none")).isNull();
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(machine(file.resolve("regards").toString())).isNull();
  }

  private @Nullable Path machine(String folder) {
    return settings(Map.of("REGARDS_OUTBOX_MACHINE_FOLDER", folder)).sharing().machine();
  }

  @Test
  void readsQuietHoursAndDays() {
    assertThat(
            settings(
                    Map.of(
                        "REGARDS_MAIL_QUIET", "20:00 - 08:00",
                        "REGARDS_MAIL_QUIET_DAYS", "Sat, sun"))
                .quiet())
        .isEqualTo(
            new QuietHours(
                LocalTime.of(20, 0),
                LocalTime.of(8, 0),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));
    assertThat(settings(Map.of("REGARDS_MAIL_QUIET_DAYS", "sun")).quiet())
        .isEqualTo(QuietHours.onDays(Set.of(DayOfWeek.SUNDAY)));
  }

  @Test
  void takesTheZoneOfTheBusinessFromItsAddress() {
    assertThat(settings(Map.of("REGARDS_BUSINESS_COUNTRY", "GB")).zones().business())
        .containsExactly(ZoneId.of("Europe/London"));
    assertThat(
            settings(Map.of("REGARDS_BUSINESS_COUNTRY", "US", "REGARDS_BUSINESS_REGION", "CA"))
                .zones()
                .business())
        .containsExactly(ZoneId.of("America/Los_Angeles"));
    assertThat(
            settings(
                    Map.of("REGARDS_BUSINESS_COUNTRY", "GB", "REGARDS_BUSINESS_ZONE", "Asia/Tokyo"))
                .zones()
                .business())
        .containsExactly(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void saysAllThatIsWrongTogether() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(
                        "REGARDS_SMTP_PER_MINUTE", "many",
                        "REGARDS_SMTP_PER_DAY", "0",
                        "REGARDS_SMTP_CONNECTIONS", "21",
                        "REGARDS_MAIL_QUIET", "8pm-8am",
                        "REGARDS_MAIL_QUIET_DAYS", "sat, holiday",
                        "REGARDS_BUSINESS_ZONE", "GMT+25")))
        .hasMessage(
            """
            The settings cannot be used:
              - smtp.per_minute is "many"; it wants a number from 1 to 1,000,000
              - smtp.per_day is "0"; it wants a number from 1 to 1,000,000
              - smtp.connections is "21"; it wants a number from 1 to 20
              - mail.quiet is "8pm-8am"; it wants the beginning and the end, for example 20:00-08:00
              - mail.quiet_days has "holiday"; days are mon, tue, wed, thu, fri, sat, sun, with commas between them
              - business.zone is "GMT+25", which there is not; it wants a name such as Europe/London or America/New_York
            The README lists all settings.\
            """);
  }

  @Test
  void refusesQuietThatNeverEnds() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(
                        "REGARDS_MAIL_QUIET", "08:00-08:00",
                        "REGARDS_MAIL_QUIET_DAYS", "mon,tue,wed,thu,fri,sat,sun")))
        .hasMessage(
            """
            The settings cannot be used:
              - mail.quiet is "08:00-08:00", which begins when it ends; leave it out, or write for example 20:00-08:00
              - mail.quiet_days has every day, so that no email would ever leave; take one out
            The README lists all settings.\
            """);
  }

  private DispatchSettings settings(Map<String, String> environment) {
    return new DispatchSettings(Settings.read(folder, environment));
  }
}
