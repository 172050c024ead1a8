package org.regards.playbook;

import java.util.List;

/**
 * Somebody who may serve a customer better.
 *
 * @param reach a telephone number, a web address
 * @param fits what they are good for
 * @param commission {@code none}, or what we receive for the recommendation
 */
public record Referral(String id, String name, String reach, List<String> fits, String commission) {
  public Referral {
    fits = List.copyOf(fits);
  }
}
