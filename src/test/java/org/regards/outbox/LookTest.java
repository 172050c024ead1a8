package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LookTest {
  private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");
  private static final OptionalLong VERSION = OptionalLong.of(5);

  private final Look look = new Look(VERSION, AT);

  @Test
  void standsWhileNothingIsWrittenAndItIsFresh() {
    assertThat(look.stands(VERSION, AT)).isTrue();
    assertThat(look.stands(VERSION, AT.plus(Duration.ofMillis(4_999)))).isTrue();
    assertThat(look.stands(VERSION, AT.plus(Duration.ofSeconds(5)))).isFalse();
  }

  @Test
  void fallsWithTheNextWrite() {
    assertThat(look.stands(OptionalLong.of(6), AT)).isFalse();
    assertThat(look.stands(OptionalLong.empty(), AT)).isFalse();
  }

  @Test
  void neverStandsWhereNobodyKnowsTheVersion() {
    assertThat(new Look(OptionalLong.empty(), AT).stands(OptionalLong.empty(), AT)).isFalse();
  }

  @Test
  void fallsWhenTheClockIsSetBack() {
    assertThat(look.stands(VERSION, AT.minusMillis(1))).isFalse();
  }
}
