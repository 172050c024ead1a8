package org.regards.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.regards.customer.CustomerId;
import org.regards.customer.ErasureDao.Tombstone;
import org.regards.hold.Hold;
import org.regards.hold.HoldKind;
import org.regards.hold.Holding;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;

/** A hold for a script, and roles for a person. */
final class HoldWords {
  private HoldWords() {}

  static ObjectNode json(Hold hold, Instant now) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("hold", hold.id().toString())
            .put("customer", hold.customer().value())
            .put("kind", hold.kind().word())
            .put("record", hold.causeRecord())
            .put("because", hold.cause())
            .put("owner", hold.owner().value())
            .put("due", hold.due().toString())
            .put("by", hold.heldBy().value())
            .put("at", hold.heldAt().toString())
            .put("stands", hold.isActive(now));
    ArrayNode releasers = node.putArray("mayLift");
    hold.releasers().stream().sorted().map(Role::word).forEach(releasers::add);
    Hold.Lift lift = hold.lifted();
    if (lift != null) {
      node.putObject("lifted")
          .put("by", lift.by().value())
          .put("at", lift.at().toString())
          .put("because", lift.reason());
    }
    return node;
  }

  /** Why a hold was not set. */
  static String refusal(Holding refused, StaffMember member, CustomerId customer) {
    return switch (refused) {
      case Holding.Held held -> throw new IllegalStateException("it was set: " + held.hold().id());
      case Holding.Past(LocalDate due, LocalDate today) ->
          "--due %s has passed; today is %s.".formatted(due, today);
      case Holding.ErasedBefore(Tombstone before) ->
          "%s was erased by %s on %s: nothing is left that a legal hold would keep. To stop letters, set a hold of another kind."
              .formatted(customer, before.by(), before.at().toString().substring(0, 10));
      case Holding.TooLong(LocalDate due, LocalDate latest) ->
          "A pause until %s is longer than the plan allows; its last day may be %s at the latest."
              .formatted(due, latest);
      case Holding.NotAllowed(HoldKind kind, Set<Role> setters) ->
          "%s (%s) may not set a hold of the kind %s; %s may."
              .formatted(member.id(), member.role().word(), kind.word(), roles(setters));
      case Holding.WrongReleasers(HoldKind kind, Set<Role> releasers) ->
          "A hold of the kind %s is lifted by %s, and by nobody else."
              .formatted(kind.word(), roles(releasers));
      case Holding.UnknownCause(String record) ->
          "%s is no record of %s; its records: regards show %s."
              .formatted(TerminalText.line(record), customer, customer);
    };
  }

  /** For example {@code manager or owner}. */
  static String roles(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(joining(" or "));
  }

  /** How things stand with it, in a word. */
  static String state(Hold hold, Instant now) {
    if (hold.lifted() != null) {
      return "lifted";
    }
    if (!hold.isActive(now)) {
      return "ended";
    }
    return hold.isPastDue(now) ? "overdue" : "stands";
  }
}
