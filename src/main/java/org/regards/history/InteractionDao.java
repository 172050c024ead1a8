package org.regards.history;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Contacts in the store. Lives as long as its handle. */
public final class InteractionDao {
  private final Handle handle;

  public InteractionDao(Handle handle) {
    this.handle = handle;
  }

  /** Those of the contacts that there are, in no order. */
  public List<Interaction> find(Collection<InteractionId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            """
            SELECT id, customer, happened_at, channel, direction, staff, subject, message, tags, message_id, minutes,
                   recorded_at
            FROM interaction
            WHERE id IN (<ids>)
            """)
        .bindList("ids", ids.stream().map(InteractionId::value).toList())
        .map(Row.as(InteractionDao::interaction))
        .list();
  }

  /** Not later than the moment, in no order. */
  List<Interaction> ofCustomers(Collection<CustomerId> customers, Instant moment) {
    return handle
        .createQuery(
            """
            SELECT id, customer, happened_at, channel, direction, staff, subject, message, tags, message_id, minutes,
                   recorded_at
            FROM interaction
            WHERE customer IN (<customers>) AND happened_at <= :moment
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("moment", IsoText.of(moment))
        .map(Row.as(InteractionDao::interaction))
        .list();
  }

  public void insert(Collection<Interaction> interactions) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO interaction (id, customer, happened_at, channel, direction, staff,
                                     subject, message, tags, message_id, minutes, recorded_at)
            VALUES (:id, :customer, :at, :channel, :direction, :staff,
                    :subject, :message, :tags, :messageId, :minutes, :recordedAt)
            """);
    for (Interaction interaction : interactions) {
      Instant recordedAt = interaction.recordedAt();
      bind(batch, interaction)
          .bind("recordedAt", recordedAt == null ? null : IsoText.of(recordedAt))
          .add();
    }
    batch.execute();
  }

  /** Whether an import brought a customer's email of this Message-ID. */
  public boolean isImported(CustomerId customer, String messageId) {
    return handle
            .createQuery(
                """
                SELECT COUNT(*) FROM interaction
                WHERE customer = :customer AND message_id = :messageId AND direction = 'in'
                  AND recorded_at IS NULL
                """)
            .bind("customer", customer.value())
            .bind("messageId", messageId)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  public void update(Collection<Interaction> interactions) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE interaction
            SET customer = :customer, happened_at = :at, channel = :channel, direction = :direction,
                staff = :staff, subject = :subject, message = :message, tags = :tags,
                message_id = :messageId, minutes = :minutes
            WHERE id = :id
            """);
    interactions.forEach(interaction -> bind(batch, interaction).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, Interaction interaction) {
    StaffId staff = interaction.staff();
    return batch
        .bind("id", interaction.id().value())
        .bind("customer", interaction.customer().value())
        .bind("at", IsoText.of(interaction.at()))
        .bind("channel", interaction.channel().word())
        .bind("direction", interaction.direction().word())
        .bind("staff", staff == null ? null : staff.value())
        .bind("subject", interaction.subject())
        .bind("message", interaction.text())
        .bind("tags", words(interaction.tags()))
        .bind("messageId", interaction.messageId())
        .bind("minutes", interaction.minutes());
  }

  private static Interaction interaction(Row row) {
    String staff = row.textOrNull("staff");
    return new Interaction(
        new InteractionId(row.text("id")),
        new CustomerId(row.text("customer")),
        row.instant("happened_at"),
        Channel.of(row.text("channel")).orElseThrow(),
        Direction.of(row.text("direction")).orElseThrow(),
        staff == null ? null : new StaffId(staff),
        row.text("subject"),
        row.text("message"),
        tags(row.text("tags")),
        row.text("message_id"),
        row.number("minutes"),
        row.instantOrNull("recorded_at"));
  }

  private static String words(Set<Tag> tags) {
    return tags.stream().sorted().map(Tag::word).collect(joining(";"));
  }

  private static Set<Tag> tags(String words) {
    if (words.isEmpty()) {
      return Set.of();
    }
    Set<Tag> tags = EnumSet.noneOf(Tag.class);
    for (String word : words.split(";", -1)) {
      tags.add(Tag.of(word).orElseThrow());
    }
    return tags;
  }
}
