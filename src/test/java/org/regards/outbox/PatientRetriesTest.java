package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regards.letter.LetterType;
import org.regards.mail.ReplyMeaning;
import org.regards.outbox.RetryPlan.Failure;
import org.regards.outbox.RetryPlan.Next;

class PatientRetriesTest {
  private static final RetryPlan RETRIES = new PatientRetries();
  private static final Instant FIRST = Instant.parse("2026-11-02T09:30:00Z");

  @Test
  void triesTwiceInTheFirstHourThenEveryTwoOrThreeHoursForFiveDays() {
    List<Duration> tries = tries(LetterType.THANK_YOU, ReplyMeaning.LATER);
    assertThat(tries.subList(0, 5))
        .containsExactly(minutes(0), minutes(30), minutes(150), minutes(330), minutes(510));
    assertThat(tries.getLast()).isEqualTo(Duration.ofDays(5));
    for (int i = 2; i < tries.size() - 1; i++) {
      assertThat(tries.get(i).minus(tries.get(i - 1)))
          .isBetween(Duration.ofHours(2), Duration.ofHours(3));
    }
  }

  @Test
  void triesAPauseForADayAndThenSaysToPrintIt() {
    List<Duration> tries = tries(LetterType.COOLING_OFF, ReplyMeaning.LATER);
    assertThat(tries).hasSize(11);
    assertThat(tries.getLast()).isEqualTo(Duration.ofHours(24));
    assertThat(
            RETRIES.after(
                new Failure(
                    LetterType.COOLING_OFF,
                    FIRST,
                    tries.size(),
                    ReplyMeaning.LATER,
                    FIRST.plus(tries.getLast()))))
        .isEqualTo(new Next.GivenUp("No server took it for 24 hours."));
  }

  @Test
  void leavesAFullMailboxTimeToBeCleared() {
    assertThat(tries(LetterType.INVITE, ReplyMeaning.MAILBOX_FULL))
        .startsWith(Duration.ZERO, Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(24))
        .hasSize(12)
        .endsWith(Duration.ofDays(5));
  }

  @Test
  void comesBackMoreAndMoreSlowlyWhereTheServerWantsFewer() {
    assertThat(tries(LetterType.INVITE, ReplyMeaning.SLOW_DOWN))
        .startsWith(minutes(0), minutes(30), minutes(90), minutes(210), minutes(450), minutes(690))
        .endsWith(Duration.ofDays(5));
  }

  @ParameterizedTest
  @EnumSource(ReplyMeaning.class)
  void neverTriesTwiceWithinHalfAnHour(ReplyMeaning meaning) {
    for (LetterType type : LetterType.values()) {
      List<Duration> tries = tries(type, meaning);
      for (int i = 1; i < tries.size(); i++) {
        assertThat(tries.get(i).minus(tries.get(i - 1)))
            .isBetween(PatientRetries.SHORTEST, Duration.ofHours(12));
      }
    }
  }

  @Test
  void countsFromNowWhenTheClockWentBack() {
    Instant now = FIRST.minus(Duration.ofDays(400));
    assertThat(after(2, now)).isEqualTo(new Next.Again(now.plus(Duration.ofHours(2))));
    assertThat(after(100, now)).isEqualTo(new Next.Again(now.plus(Duration.ofHours(3))));
  }

  @Test
  void givesNoLetterUpBecauseTheClockWentAhead() {
    Instant now = FIRST.plus(Duration.ofDays(400));
    assertThat(after(1, now)).isEqualTo(new Next.Again(now.plus(PatientRetries.SHORTEST)));
    assertThat(after(2, now)).isEqualTo(new Next.Again(now.plus(PatientRetries.SHORTEST)));
    assertThat(after(3, now)).isEqualTo(new Next.GivenUp("No server took it for 5 days."));
  }

  @Test
  void triesOnceMoreShortlyBeforeTheEnd() {
    assertThat(after(40, FIRST.plus(Duration.ofDays(5)).minus(minutes(10))))
        .isEqualTo(new Next.Again(FIRST.plus(Duration.ofDays(5)).plus(minutes(20))));
  }

  private static Next after(int attempt, Instant now) {
    return RETRIES.after(new Failure(LetterType.FAREWELL, FIRST, attempt, ReplyMeaning.LATER, now));
  }

  /** The moments of all tries of a letter that is never taken, from the first. */
  private static List<Duration> tries(LetterType type, ReplyMeaning meaning) {
    List<Duration> tries = new ArrayList<>(List.of(Duration.ZERO));
    while (RETRIES.after(
            new Failure(type, FIRST, tries.size(), meaning, FIRST.plus(tries.getLast())))
        instanceof Next.Again next) {
      assertThat(tries).hasSizeLessThan(100);
      tries.add(Duration.between(FIRST, next.at()));
    }
    return tries;
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
