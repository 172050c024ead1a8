package org.regards.mailbox;

import java.util.List;
import org.regards.language.RegardsException;

/** The settings name a mailbox in a way that cannot be used. */
public final class ImapSettingsException extends RegardsException {
  ImapSettingsException(List<String> problems) {
    super("The mailbox's settings cannot be used: " + String.join("; ", problems) + ".");
  }
}
