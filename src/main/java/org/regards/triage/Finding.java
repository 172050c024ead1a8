package org.regards.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.playbook.Occasion;
import org.regards.playbook.Role;

/** A sign that was found and what it calls for, as it is being put together. */
final class Finding {
  private final Move move;
  private final EnumSet<Occasion> occasions = EnumSet.noneOf(Occasion.class);
  private final List<String> guards = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final LinkedHashSet<Evidence> evidence = new LinkedHashSet<>();
  private final EnumSet<Role> releasers = EnumSet.noneOf(Role.class);
  private Sign sign;
  private @Nullable CaseFile file;
  private @Nullable Money most;

  Finding(Sign sign, Move move) {
    this.sign = sign;
    this.move = move;
  }

  Finding about(CaseFile caseFile) {
    this.file = caseFile;
    return cite(Evidence.of(caseFile));
  }

  Finding most(@Nullable Money amount) {
    this.most = amount;
    return this;
  }

  Finding on(Occasion occasion) {
    occasions.add(occasion);
    return this;
  }

  /** Who must agree before a hold ends. */
  Finding releasedBy(Role... roles) {
    releasers.addAll(List.of(roles));
    return this;
  }

  Finding rename(Sign other) {
    this.sign = other;
    return this;
  }

  Finding guard(String words, Object... values) {
    guards.add(values.length == 0 ? words : words.formatted(values));
    return this;
  }

  Finding not(Move other, String because, Object... values) {
    rejected.add(new Rejected(other, values.length == 0 ? because : because.formatted(values)));
    return this;
  }

  Finding cite(Evidence one) {
    evidence.add(one);
    return this;
  }

  Finding cite(Stream<Evidence> several) {
    several.forEach(evidence::add);
    return this;
  }

  /** Takes over all but the sign of another finding. */
  Finding join(Finding other) {
    guards.addAll(other.guards);
    rejected.addAll(other.rejected);
    evidence.addAll(other.evidence);
    occasions.addAll(other.occasions);
    file = other.file;
    most = other.most;
    return this;
  }

  Sign sign() {
    return sign;
  }

  Move move() {
    return move;
  }

  Set<Occasion> occasions() {
    return occasions;
  }

  Set<Role> releasers() {
    return releasers;
  }

  List<String> guards() {
    return guards;
  }

  List<Rejected> rejected() {
    return rejected;
  }

  List<Evidence> evidence() {
    return List.copyOf(evidence);
  }

  @Nullable CaseFile file() {
    return file;
  }

  @Nullable Money most() {
    return most;
  }
}
