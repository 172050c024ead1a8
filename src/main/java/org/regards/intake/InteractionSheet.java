package org.regards.intake;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.InteractionDao;
import org.regards.history.InteractionId;
import org.regards.history.Tag;
import org.regards.store.RecordKind;

/** {@code interactions.csv}. */
final class InteractionSheet implements Sheet<Interaction> {
  @Override
  public String name() {
    return "interactions";
  }

  @Override
  public RecordKind kind() {
    return RecordKind.INTERACTION;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "interaction",
        "customer",
        "at",
        "channel",
        "direction",
        "staff",
        "subject",
        "text",
        "tags",
        "message_id",
        "minutes");
  }

  @Override
  public Interaction read(Cells cells) {
    String staff = cells.keyOrNull("staff");
    return new Interaction(
        new InteractionId(cells.key("interaction")),
        new CustomerId(cells.key("customer")),
        cells.moment("at"),
        cells.word("channel", Channel::of, Channel.values(), Channel::word),
        cells.word("direction", Direction::of, Direction.values(), Direction::word),
        staff == null ? null : new StaffId(staff),
        cells.line("subject"),
        cells.text("text"),
        cells.words("tags", Tag::of, Tag.values(), Tag::word),
        cells.line("message_id"),
        cells.count("minutes"));
  }

  @Override
  public List<String> write(Interaction interaction) {
    StaffId staff = interaction.staff();
    return List.of(
        interaction.id().value(),
        interaction.customer().value(),
        interaction.at().toString(),
        interaction.channel().word(),
        interaction.direction().word(),
        staff == null ? "" : staff.value(),
        interaction.subject(),
        interaction.text(),
        interaction.tags().stream().sorted().map(Tag::word).collect(joining(";")),
        interaction.messageId(),
        String.valueOf(interaction.minutes()));
  }

  @Override
  public String key(Interaction interaction) {
    return interaction.id().value();
  }

  @Override
  public @Nullable CustomerId customer(Interaction interaction) {
    return interaction.customer();
  }

  @Override
  public List<Reference> references(Interaction interaction) {
    return List.of(new Reference("customer", RecordKind.CUSTOMER, interaction.customer().value()));
  }

  @Override
  public List<Reference> mentions(Interaction interaction) {
    StaffId staff = interaction.staff();
    return staff == null
        ? List.of()
        : List.of(new Reference("staff", RecordKind.STAFF, staff.value()));
  }

  @Override
  public List<Interaction> stored(Handle handle, List<Interaction> interactions) {
    return new InteractionDao(handle).find(interactions.stream().map(Interaction::id).toList());
  }

  @Override
  public void insert(Handle handle, List<Interaction> interactions) {
    new InteractionDao(handle).insert(interactions);
  }

  @Override
  public void update(Handle handle, List<Interaction> interactions) {
    new InteractionDao(handle).update(interactions);
  }
}
