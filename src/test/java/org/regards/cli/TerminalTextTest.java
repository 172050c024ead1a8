package org.regards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalTextTest {
  private static final String HOSTILE = "a\u001B[2Jb\u0007c\u202Ed\u2066e\u009Bf";

  @Test
  void commandsNoTerminal() {
    assertThat(TerminalText.line(" " + HOSTILE + "\r\n\tg ")).isEqualTo("a[2Jbcdef g");
    assertThat(TerminalText.block(HOSTILE + "\n\n- g")).isEqualTo("a[2Jbcdef\n\n- g");
  }

  @Test
  void keepsTheJoinersOfEmojiAndPersian() {
    assertThat(TerminalText.line("می\u200Cخواهم \uD83D\uDC69\u200D\uD83C\uDF3E"))
        .isEqualTo("می\u200Cخواهم \uD83D\uDC69\u200D\uD83C\uDF3E");
  }

  @Test
  void columnsAreSetOfCleanCells() {
    StringWriter out = new StringWriter();
    new Columns(new PrintWriter(out, true))
        .print(List.of(List.of("printed", "value"), List.of(HOSTILE, HOSTILE + "\nx")));
    assertThat(out.toString().lines())
        .containsExactly("printed    value", "a[2Jbcdef  a[2Jbcdef x");
  }
}
