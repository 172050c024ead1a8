package org.regards.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import org.regards.hold.Hold;
import org.regards.playbook.Role;

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
            .put("setBy", hold.setBy().value())
            .put("setAt", hold.setAt().toString())
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
