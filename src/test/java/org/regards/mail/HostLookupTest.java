package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.regards.mail.MailServer.Encryption;

class HostLookupTest {
  static final MailServer SERVER =
      new MailServer("smtp.orchard.example", 587, Encryption.STARTTLS, null);

  @Test
  void knowsThisMachine() throws IOException {
    assertThat(HostLookup.SYSTEM.addresses("localhost", Duration.ofSeconds(5)))
        .allMatch(InetAddress::isLoopbackAddress);
  }

  @Test
  void saysThatThereIsNoSuchName() {
    HostLookup lookup =
        new HostLookup(
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatThrownBy(() -> lookup.addresses("nobody.example", Duration.ofSeconds(5)))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void givesUpOnNameServersThatDoNotAnswer() {
    CountDownLatch never = new CountDownLatch(1);
    HostLookup lookup = new HostLookup(host -> silent(never));
    assertThatThrownBy(() -> lookup.addresses("smtp.orchard.example", Duration.ofMillis(20)))
        .isInstanceOfSatisfying(
            HostLookup.NoAnswerException.class,
            silence ->
                assertThat(ConnectionTrouble.words(SERVER, silence))
                    .isEqualTo(
                        "The name servers of this machine did not say in time where"
                            + " smtp.orchard.example is: check the network, then try again."));
    never.countDown();
  }

  /** A name server that does not answer before it is told to. */
  static InetAddress[] silent(CountDownLatch answers) throws UnknownHostException {
    try {
      answers.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    throw new UnknownHostException("too late");
  }
}
