package org.regards.playbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.history.PolicyId;

/**
 * What we owe whatever else is going on.
 *
 * @param answerDays an older message is answered before anything is paused or ended
 * @param offerDays how long an offer stands; never less than 14
 * @param takeOverDays from somebody of ours who was degraded
 * @param noticeDays of an ending, where no policy says another
 * @param endingPolicy on which an ending rests, or null when the policy's topic tells
 * @param trainingMonths after which training is refreshed
 * @param trainingNeeded whether only people trained on a policy let letters go that rest on it
 * @param empathyMonths a letter may ask for understanding from a customer of so many months
 * @param essential what goes during a hold, with a named person's word
 */
public record Duties(
    int answerDays,
    int offerDays,
    int takeOverDays,
    int noticeDays,
    @Nullable PolicyId endingPolicy,
    int trainingMonths,
    boolean trainingNeeded,
    int empathyMonths,
    List<String> essential) {
  public Duties {
    essential = List.copyOf(essential);
  }
}
