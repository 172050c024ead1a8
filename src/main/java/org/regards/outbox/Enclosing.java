package org.regards.outbox;

import java.util.List;
import org.regards.mail.MailAttachment;

/** What goes out with a letter, or why it cannot. */
sealed interface Enclosing {
  record Enclosed(List<MailAttachment> attachments) implements Enclosing {
    static final Enclosed NOTHING = new Enclosed(List.of());

    public Enclosed {
      attachments = List.copyOf(attachments);
    }
  }

  /**
   * The letter itself cannot be made a PDF.
   *
   * @param reason in words
   */
  record Unprintable(String reason) implements Enclosing {}
}
