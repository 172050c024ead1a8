package org.regards.playbook;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.regards.customer.StaffId;

/**
 * Which languages people here are known to speak: those of the customers whom they look after. Who
 * looks after nobody may speak any.
 *
 * @param known by ISO 639
 */
public record SpokenLanguages(Map<StaffId, Set<String>> known) {
  public static final SpokenLanguages NONE = new SpokenLanguages(Map.of());

  public SpokenLanguages {
    Map<StaffId, Set<String>> copy = new HashMap<>();
    known.forEach((staff, languages) -> copy.put(staff, Set.copyOf(languages)));
    known = Map.copyOf(copy);
  }

  /** Whether somebody is known to speak the language of a tag such as {@code de-DE}. */
  public boolean speaks(StaffId staff, String tag) {
    return known.getOrDefault(staff, Set.of()).contains(code(tag));
  }

  static String code(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }
}
