package org.regards.postal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Looks for the smallest change of folds, envelope or form that makes a letter fit. */
public final class NearestFit {
  private NearestFit() {}

  /**
   * Folds first, since they cost nothing; then another envelope; a form for the same paper last.
   */
  public static Optional<WindowFit> to(WindowFit wanted, Predicate<WindowFit> fits) {
    List<WindowFit> candidates = new ArrayList<>(folds(wanted.form(), wanted.envelope()));
    for (Envelope envelope : Envelope.ALL) {
      if (envelope.window() != null) {
        candidates.addAll(folds(wanted.form(), envelope));
      }
    }
    Arrays.stream(LetterForm.values())
        .filter(form -> form.sheet().equals(wanted.form().sheet()))
        .map(form -> new WindowFit(form, form.envelope(), form.fold()))
        .forEach(candidates::add);
    return candidates.stream()
        .filter(candidate -> !candidate.equals(wanted))
        .filter(WindowFit::goesIn)
        .filter(fits)
        .findFirst();
  }

  /** The form's own folds before all others. */
  private static List<WindowFit> folds(LetterForm form, Envelope envelope) {
    List<WindowFit> fits = new ArrayList<>();
    fits.add(new WindowFit(form, envelope, form.fold()));
    FoldPlan.ALL.stream()
        .filter(fold -> !fold.equals(form.fold()))
        .forEach(fold -> fits.add(new WindowFit(form, envelope, fold)));
    return fits;
  }
}
