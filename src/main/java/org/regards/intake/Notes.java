package org.regards.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.regards.playbook.PolicyDao;
import org.regards.playbook.StaffDao;
import org.regards.store.RecordKind;

/**
 * What a person should know of a file although it is taken; the same remark on many rows is one
 * note.
 */
final class Notes {
  private static final int MOST_SHOWN = 5;

  /** More than a business has members of staff or policies. */
  private static final int MOST_REMEMBERED = 1_000;

  private final List<String> notes = new ArrayList<>();
  private final Map<String, Lines> remarks = new LinkedHashMap<>();
  private final Map<String, Set<String>> mentioned = new TreeMap<>();

  void add(String note) {
    notes.add(note);
  }

  void remark(String remark, long line) {
    remarks.computeIfAbsent(remark, unseen -> new Lines()).add(line);
  }

  void mention(Reference reference) {
    Set<String> keys = mentioned.computeIfAbsent(noun(reference), unseen -> new TreeSet<>());
    if (keys.size() < MOST_REMEMBERED) {
      keys.add(reference.key());
    }
  }

  private static String noun(Reference reference) {
    return reference.kind() == RecordKind.POLICY
        ? "policy"
        : reference.column().equals("staff") ? "member of staff" : "account manager";
  }

  /** All notes; looks up which of the mentioned records are not there. */
  List<String> asOf(Handle handle) {
    List<String> all = new ArrayList<>(notes);
    remarks.forEach((remark, lines) -> all.add(remark + ": " + lines));
    mentioned.forEach((noun, keys) -> addUnknown(all, noun, keys, handle));
    return all;
  }

  private static void addUnknown(List<String> all, String noun, Set<String> keys, Handle handle) {
    boolean policies = noun.equals("policy");
    Set<String> known =
        policies
            ? new PolicyDao(handle)
                .all().stream().map(policy -> policy.id().value()).collect(toSet())
            : new StaffDao(handle)
                .all().stream().map(member -> member.id().value()).collect(toSet());
    List<String> unknown = keys.stream().filter(key -> !known.contains(key)).toList();
    if (!unknown.isEmpty()) {
      all.add(
          "%s %s %s not known yet: import %s.csv"
              .formatted(
                  unknown.size() == 1 ? noun : plural(noun),
                  listed(unknown),
                  unknown.size() == 1 ? "is" : "are",
                  policies ? "policies" : "staff"));
    }
  }

  private static String plural(String noun) {
    return switch (noun) {
      case "policy" -> "policies";
      case "member of staff" -> "members of staff";
      default -> noun + "s";
    };
  }

  private static String listed(List<String> keys) {
    List<String> shown = keys.subList(0, Math.min(MOST_SHOWN, keys.size()));
    int others = keys.size() - shown.size();
    return String.join(", ", shown) + (others == 0 ? "" : " and %d more".formatted(others));
  }

  /** The first lines of a remark, and how many there are. */
  private static final class Lines {
    private final List<String> first = new ArrayList<>();
    private long count;

    private void add(long line) {
      count++;
      if (first.size() < MOST_SHOWN) {
        first.add(String.valueOf(line));
      }
    }

    @Override
    public String toString() {
      return (count == 1 ? "line " : "lines ")
          + String.join(", ", first)
          + (count > first.size() ? " and %d more".formatted(count - first.size()) : "");
    }
  }
}
