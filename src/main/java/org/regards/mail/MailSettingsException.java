package org.regards.mail;

import java.util.List;
import org.regards.language.RegardsException;

/** The environment names a mail server, or a form of emails, in a way that cannot be used. */
public final class MailSettingsException extends RegardsException {
  MailSettingsException(List<String> problems) {
    this("The mail server's settings", problems);
  }

  /**
   * @param what is set wrongly, to begin a sentence with
   */
  MailSettingsException(String what, List<String> problems) {
    super(what + " cannot be used: " + String.join("; ", problems) + ".");
  }
}
