package org.regards.mail;

import java.util.List;
import org.regards.language.RegardsException;

/** The environment names a mail server in a way that cannot be used. */
public final class MailSettingsException extends RegardsException {
  MailSettingsException(List<String> problems) {
    super("The mail server's settings cannot be used: " + String.join("; ", problems) + ".");
  }
}
