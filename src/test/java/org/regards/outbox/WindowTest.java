package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WindowTest {
  private final Window window = new Window(0);

  @Test
  void claimsAgainWhenHalfOfItHasEnded() {
    assertThat(window.room()).isEqualTo(16);
    window.claimed(16, 16, milliseconds(100));
    assertThat(window.room()).isZero();
    window.settled(7);
    assertThat(window.room()).isZero();
    window.settled(1);
    assertThat(window.room()).isEqualTo(8);
    assertThat(window.underWay()).isEqualTo(8);
  }

  @Test
  void growsWhereClaimsFollowEachOtherFast() {
    fillFast();
    assertThat(room()).isEqualTo(32);
    for (int time = 0; time < 20; time++) {
      fillFast();
    }
    assertThat(room()).isEqualTo(2_000);
  }

  @Test
  void shrinksWhereTheyTakeLong() {
    fillFast();
    fillFast();
    assertThat(room()).isEqualTo(64);

    window.claimed(64, 64, milliseconds(151));
    assertThat(room()).isEqualTo(32);
    window.claimed(32, 32, milliseconds(302));
    window.settled(32);
    window.claimed(16, 16, milliseconds(453));
    assertThat(room()).isEqualTo(16);
  }

  @Test
  void staysAsItIsWhereThereIsNotAsMuchToClaim() {
    window.claimed(3, 16, 1);
    assertThat(room()).isEqualTo(16);
  }

  @Test
  void beginsSmallAgain() {
    fillFast();
    window.shrink();
    assertThat(room()).isEqualTo(16);
  }

  private void fillFast() {
    int room = room();
    window.claimed(room, room, 0);
  }

  /** When nothing is under way. */
  private int room() {
    window.settled(window.underWay());
    return window.room();
  }

  private static long milliseconds(long howMany) {
    return TimeUnit.MILLISECONDS.toNanos(howMany);
  }
}
