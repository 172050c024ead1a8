package org.regards;

import java.util.List;
import java.util.Locale;
import org.regards.postal.Envelope;
import org.regards.postal.FoldPlan;
import org.regards.postal.LetterForm;
import org.regards.postal.Paper;
import org.regards.postal.WindowFit;

/** The settings of the paper of letters: their form, envelope and folds. */
final class PaperSettings {
  private static final String FORM = "stationery.form";
  private static final String ENVELOPE = "stationery.envelope";
  private static final String FOLD = "stationery.fold";

  private final Settings settings;

  PaperSettings(Settings settings) {
    this.settings = settings;
  }

  /** Notes what is wrong. */
  void check(List<String> problems) {
    Paper paper = paper();
    int before = problems.size();
    checkKnown(FORM, paper.form() != null, LetterForm.choice(), problems);
    checkKnown(ENVELOPE, paper.envelope() != null, Envelope.choice(), problems);
    checkKnown(FOLD, paper.fold() != null, FoldPlan.choice(), problems);
    WindowFit fit = paper.in(settings.value("business.country"));
    if (problems.size() > before) {
      return;
    }
    if (fit.showsLaterPanel()) {
      problems.add(fit.laterPanel() + ": set another %s or %s".formatted(FOLD, ENVELOPE));
    } else if (!fit.goesIn()) {
      problems.add(
          String.format(
              Locale.ROOT,
              "%s is %s, %.1f × %.1f mm; a sheet of %s is %.1f × %.1f mm when folded %s and does"
                  + " not go in: set another %s or %s",
              ENVELOPE,
              fit.envelope().word(),
              fit.envelope().width(),
              fit.envelope().height(),
              fit.form().word(),
              fit.insertWidth(),
              fit.insertHeight(),
              fit.fold().word(),
              ENVELOPE,
              FOLD));
    }
  }

  Paper paper() {
    return new Paper(
        LetterForm.of(settings.value(FORM)).orElse(null),
        Envelope.of(settings.value(ENVELOPE)).orElse(null),
        FoldPlan.of(settings.value(FOLD)).orElse(null));
  }

  private void checkKnown(String name, boolean found, String choice, List<String> problems) {
    String value = settings.value(name);
    if (!value.isEmpty() && !found) {
      problems.add(
          "%s is \"%s\", which there is not; there are: %s".formatted(name, value, choice));
    }
  }
}
