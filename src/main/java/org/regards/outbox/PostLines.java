package org.regards.outbox;

import java.util.function.Supplier;
import org.regards.mail.MailForm;
import org.regards.mail.Postbox;

/**
 * How mail is formed and reaches its server.
 *
 * @param form of every message
 * @param opens makes a way to the server for one thread; called once for each connection
 * @param connections how many at once
 * @param closes whether whoever sends closes what it opened, also when it has nothing to send for a
 *     while; else whoever made it does
 */
public record PostLines(MailForm form, Supplier<Postbox> opens, int connections, boolean closes) {
  public PostLines {
    if (connections < 1) {
      throw new IllegalArgumentException("connections must be positive, was: " + connections);
    }
  }

  /** For messages in the plain form. */
  public PostLines(Supplier<Postbox> opens, int connections, boolean closes) {
    this(MailForm.plain(), opens, connections, closes);
  }

  /** One that somebody else closes. */
  public static PostLines one(Supplier<Postbox> postbox) {
    return new PostLines(postbox, 1, false);
  }
}
