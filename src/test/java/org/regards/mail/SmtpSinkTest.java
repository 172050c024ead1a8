package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSinkTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 5})
  void takesMessagesOfOursAndOfAnyOtherProgram(int roundTrip) {
    try (SmtpSink sink = SmtpSink.open(Duration.ofMillis(roundTrip));
        SmtpPostbox ours = new SmtpPostbox(sink.address());
        PlainJakartaMail plain = new PlainJakartaMail("localhost", sink.address().port())) {
      assertThat(Posted.ofMany(10).over(ours).became())
          .hasSize(20)
          .contains("9 accepted 250 2.0.0 taken");
      for (int i = 0; i < 5; i++) {
        plain.send(
            new PlainJakartaMail.Draft(
                "mara@orchard.example", "tomoko@mail.example", "Hello", ".\r\n..\r\n", "<p>.</p>"));
      }
      assertThat(sink.messages()).isEqualTo(15);
    }
  }
}
