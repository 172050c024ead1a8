package org.regards.outbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.history.Tag;
import org.regards.letter.LetterId;
import org.regards.mail.MailIdentity;
import org.regards.store.Row;

/** What customers wrote by email before a letter. Lives as long as its handle. */
final class ConversationDao {
  private static final int LARGEST_BATCH = 1_000;

  private final Handle handle;

  ConversationDao(Handle handle) {
    this.handle = handle;
  }

  /**
   * The emails of the customer's with an id that came before the letter was written, of those
   * letters that may answer one. An email belongs to the case that was opened last before it.
   */
  List<Heard> heard(Collection<LetterId> letters) {
    if (letters.isEmpty()) {
      return List.of();
    }
    if (letters.size() > LARGEST_BATCH) {
      throw new IllegalArgumentException("at most 1,000 letters at once, not " + letters.size());
    }
    return handle
        .createQuery(
            """
            SELECT letter.id AS letter, interaction.id AS contact, interaction.message_id,
                   interaction.happened_at, case_file.opened, case_file.resolved,
                   ours.message_id AS ours
            FROM letter
            JOIN case_file ON case_file.id = letter.case_id
            JOIN interaction ON interaction.customer = letter.customer
            LEFT JOIN mail_filed ON mail_filed.interaction = interaction.id
              AND mail_filed.customer = interaction.customer
            LEFT JOIN delivery ours ON ours.letter = mail_filed.letter AND ours.channel = 'email'
            WHERE letter.id IN (<letters>) AND letter.channel = 'email'
              AND letter.type NOT IN ('cooling-off', 'farewell', 'farewell-card')
              AND interaction.channel = 'email' AND interaction.direction = 'in'
              AND interaction.message_id <> '' AND interaction.tags NOT LIKE :machine
              AND interaction.happened_at <= letter.written_at
              AND NOT EXISTS (
                SELECT 1 FROM case_file later
                WHERE later.customer = letter.customer AND later.id <> case_file.id
                  AND later.opened > case_file.opened
                  AND later.opened <= SUBSTR(interaction.happened_at, 1, 10))
            """)
        .bindList("letters", letters.stream().map(LetterId::number).toList())
        .bind("machine", "%" + Tag.AUTO_REPLY.word() + "%")
        .map(
            Row.as(
                row ->
                    new Heard(
                        new LetterId(row.bigNumber("letter")),
                        row.text("contact"),
                        row.text("message_id"),
                        row.textOrNull("ours"),
                        row.instant("happened_at"),
                        row.date("opened"),
                        row.dateOrNull("resolved"))))
        .list();
  }

  /** What was kept when deliveries were queued, by their ids. */
  Map<Long, AsQueued> queued(Collection<Long> deliveries) {
    record One(long id, AsQueued kept) {}
    return handle
        .createQuery(
            "SELECT id, message_id, digest, in_reply_to FROM delivery WHERE id IN (<deliveries>)")
        .bindList("deliveries", deliveries)
        .map(
            Row.as(
                row ->
                    new One(
                        row.bigNumber("id"),
                        new AsQueued(
                            new MailIdentity(row.text("message_id"), row.text("digest")),
                            Conversation.kept(row.text("in_reply_to"))))))
        .stream()
        .collect(Collectors.toMap(One::id, One::kept));
  }

  /**
   * An email of the customer's.
   *
   * @param messageId as it was imported; hostile
   * @param ours the id of the message of ours that it answers, or null when we know of none
   * @param opened the day of the case of the letter
   * @param resolved the day that case was settled, or null
   */
  record Heard(
      LetterId letter,
      String contact,
      String messageId,
      @Nullable String ours,
      Instant at,
      LocalDate opened,
      @Nullable LocalDate resolved) {
    /**
     * A message so many days before its case was opened or after it was settled is still about it.
     */
    private static final int DAYS_AROUND = 7;

    boolean isAboutTheCase() {
      LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
      return !day.isBefore(opened.minusDays(DAYS_AROUND))
          && (resolved == null || !day.isAfter(resolved.plusDays(DAYS_AROUND)));
    }

    Heard newer(Heard other) {
      int order = at.compareTo(other.at);
      return order > 0 || (order == 0 && contact.compareTo(other.contact) > 0) ? this : other;
    }
  }
}
