package org.regards.postal;

import org.jspecify.annotations.Nullable;

/**
 * What a sender has chosen of paper: a letter form, an envelope, folds; null where what is usual
 * shall do.
 */
public record Paper(
    @Nullable LetterForm form, @Nullable Envelope envelope, @Nullable FoldPlan fold) {
  /** Everything as is usual in the sender's country. */
  public static Paper usual() {
    return new Paper(null, null, null);
  }

  /**
   * How a letter goes into its envelope.
   *
   * @param country the sender's
   */
  public WindowFit in(String country) {
    LetterForm chosen = form == null ? LetterForm.usualIn(country) : form;
    Envelope into = envelope == null ? chosen.envelope() : envelope;
    return new WindowFit(chosen, into, fold == null ? usualFold(chosen, into) : fold);
  }

  /** The form's own, unless another of the named ones shows more of the address. */
  private static FoldPlan usualFold(LetterForm form, Envelope into) {
    FoldPlan best = form.fold();
    if (into.equals(form.envelope()) || into.window() == null) {
      return best;
    }
    float most = new WindowFit(form, into, best).addressRoom().height();
    for (FoldPlan plan : FoldPlan.ALL) {
      float shown = new WindowFit(form, into, plan).addressRoom().height();
      if (shown > most + 1) {
        most = shown;
        best = plan;
      }
    }
    return best;
  }
}
