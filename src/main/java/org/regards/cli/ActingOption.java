package org.regards.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.StaffMember;
import org.regards.playbook.UnknownStaffException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Who is acting: what a person does is recorded under their name. */
final class ActingOption {
  @Spec(Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--as",
      paramLabel = "STAFF",
      defaultValue = "${env:REGARDS_STAFF}",
      converter = StaffIdConverter.class,
      description = "Who you are: your staff id. Without it, REGARDS_STAFF of the environment.")
  private @Nullable StaffId staff;

  /**
   * The member of staff who acts.
   *
   * @throws ParameterException when nobody is named
   * @throws UnknownStaffException when there is no such person
   */
  StaffMember required(Playbook playbook) {
    StaffId named = staff;
    if (named == null) {
      throw new ParameterException(
          command.commandLine(),
          "Say who you are with --as STAFF, or set REGARDS_STAFF to your staff id.");
    }
    return playbook.required(named);
  }

  /** Who acts, where it need not be said: else whoever is logged in to the machine. */
  Actor actor() {
    return Optional.ofNullable(staff)
        .map(Actor::of)
        .orElseGet(() -> Actor.login(System.getProperty("user.name", "somebody")));
  }

  /**
   * As {@link #actor()}, once it is sure that whoever was named works here.
   *
   * @throws UnknownStaffException when there is no such person
   */
  Actor known(Playbooks playbooks) {
    return staff == null ? actor() : Actor.of(required(playbooks.load()).id());
  }

  /** Who was named, if anybody was. */
  Optional<StaffId> named() {
    return Optional.ofNullable(staff);
  }
}
