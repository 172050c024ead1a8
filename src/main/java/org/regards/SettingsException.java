package org.regards;

import java.util.List;
import org.regards.language.RegardsException;

/** Settings that cannot be worked with; says all that is wrong with them together. */
public final class SettingsException extends RegardsException {
  SettingsException(List<String> problems) {
    super(
        "The settings cannot be used:\n  - "
            + String.join("\n  - ", problems)
            + "\nThe README lists all settings.");
  }
}
