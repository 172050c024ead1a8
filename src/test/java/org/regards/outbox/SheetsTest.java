package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SheetsTest {
  @ParameterizedTest
  @ValueSource(strings = {"1", "12-15", "3,12-15", "1-1000"})
  void readsRanges(String text) {
    assertThat(Sheets.parse(text)).map(Sheets::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "0-3",
        "5-3",
        "3,3",
        "5,2",
        "1-3,3",
        "-2",
        "2-",
        "a",
        "1;2",
        "9999999999"
      })
  void refusesWhatNamesNoSheets(String text) {
    assertThat(Sheets.parse(text)).isEmpty();
  }
}
