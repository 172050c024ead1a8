package org.regards;

import java.util.List;
import org.regards.letter.FilesToAttach;

/** What the settings say of the form of emails. */
final class FormSettings {
  private static final String LIMIT = "mail.attachment_limit";
  private static final long MEGABYTE = 1_000_000;
  private static final int MOST_MEGABYTES = 100;

  private final Settings settings;

  FormSettings(Settings settings) {
    this.settings = settings;
  }

  void check(List<String> problems) {
    String limit = settings.value(LIMIT);
    if (!limit.isEmpty() && !limit.matches("[1-9][0-9]?|100")) {
      problems.add(
          "%s is \"%s\"; it is a number of megabytes from 1 to %d, for example 20"
              .formatted(LIMIT, limit, MOST_MEGABYTES));
    }
  }

  /** For all files that go with a letter, in bytes. */
  long attachmentLimit() {
    String limit = settings.value(LIMIT);
    return limit.isEmpty() ? FilesToAttach.USUAL_LIMIT : Long.parseLong(limit) * MEGABYTE;
  }
}
