package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.regards.playbook.LetterKind;

final class LetterTypeTest {
  @Test
  void everyLetterHasARuleInAPlan() {
    assertThat(Arrays.stream(LetterKind.values()).map(LetterKind::word))
        .containsAll(Arrays.stream(LetterType.values()).map(LetterType::word).toList())
        .hasSize(LetterType.values().length + 1)
        .contains("platform-request");
  }
}
