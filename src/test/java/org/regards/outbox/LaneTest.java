package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LaneTest {
  private static final int FREE = Integer.MAX_VALUE;

  private Instant now = Instant.parse("2026-11-02T09:30:00Z");

  @Test
  void takesSoManyAMinute() {
    Lane lane = new Lane(OptionalInt.of(3));
    begin(lane, 3);
    assertThat(lane.room(now)).isZero();
    pass(Duration.ofSeconds(59));
    assertThat(lane.room(now)).isZero();
    pass(Duration.ofSeconds(1));
    assertThat(lane.room(now)).isEqualTo(3);
  }

  @Test
  void givesEachThatWaitsAMomentOfItsOwn() {
    Lane lane = new Lane(OptionalInt.of(4));
    assertThat(
            List.of(
                lane.reserve(Duration.ofSeconds(1), now), lane.reserve(Duration.ofSeconds(1), now)))
        .containsExactly(now.plusSeconds(15), now.plusSeconds(30));
  }

  @Test
  void standsStillLongerEachTimeItIsTooFast() {
    Lane lane = new Lane(OptionalInt.empty());
    List<Duration> pauses = new ArrayList<>();
    for (int complaint = 0; complaint < 8; complaint++) {
      lane.slowDown(now);
      assertThat(lane.room(now)).isZero();
      pauses.add(Duration.between(now, lane.goesOn()));
      now = lane.goesOn();
    }
    assertThat(pauses.stream().map(Duration::toMinutes))
        .containsExactly(1L, 2L, 5L, 15L, 30L, 60L, 60L, 60L);
  }

  @Test
  void countsWhatIsAnsweredWhileItStandsStillAsOneComplaint() {
    Lane lane = new Lane(OptionalInt.empty());
    lane.slowDown(now);
    Instant goesOn = lane.goesOn();
    pass(Duration.ofSeconds(30));
    lane.slowDown(now);
    assertThat(lane.goesOn()).isEqualTo(goesOn);
  }

  @Test
  void goesOnAtHalfTheRateAndRecoversSlowly() {
    Lane lane = new Lane(OptionalInt.empty());
    begin(lane, 100);
    lane.slowDown(now);
    pass(Duration.ofMinutes(1));
    List<Integer> rates = new ArrayList<>(List.of(lane.room(now)));
    for (int minute = 0; minute < 4; minute++) {
      pass(Duration.ofMinutes(1));
      rates.add(lane.room(now));
    }
    assertThat(rates).containsExactly(50, 62, 77, 96, FREE);
  }

  @Test
  void neverGoesFasterThanItsLimitWhileItRecovers() {
    Lane lane = new Lane(OptionalInt.of(40));
    begin(lane, 40);
    lane.slowDown(now);
    pass(Duration.ofMinutes(1));
    assertThat(lane.room(now)).isEqualTo(20);
    pass(Duration.ofMinutes(30));
    assertThat(lane.room(now)).isEqualTo(40);
  }

  @Test
  void pausesMoreShortlyAgainOnceLettersAreTaken() {
    Lane lane = new Lane(OptionalInt.empty());
    lane.slowDown(now);
    now = lane.goesOn();
    for (int taken = 0; taken < 20; taken++) {
      lane.begin(now);
      lane.end(true);
    }
    lane.slowDown(now);
    assertThat(Duration.between(now, lane.goesOn())).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void doesNotStandStillForAClockThatWentBack() {
    Lane lane = new Lane(OptionalInt.of(2));
    begin(lane, 2);
    lane.slowDown(now);
    lane.reserve(Duration.ofSeconds(1), now);
    now = now.minus(Duration.ofDays(30));
    assertThat(lane.room(now)).isPositive();
    assertThat(lane.reserve(Duration.ofSeconds(1), now)).isBefore(now.plusSeconds(61));
  }

  @Test
  void isForgottenWhenNothingIsToBeRemembered() {
    Lane lane = new Lane(OptionalInt.empty());
    begin(lane, 1);
    assertThat(lane.isIdle(now)).isFalse();
    pass(Duration.ofMinutes(1));
    assertThat(lane.isIdle(now)).isTrue();
    lane.slowDown(now);
    pass(Duration.ofHours(2));
    assertThat(lane.isIdle(now)).isFalse();
  }

  private void begin(Lane lane, int letters) {
    for (int letter = 0; letter < letters; letter++) {
      lane.begin(now);
      lane.end(true);
    }
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
