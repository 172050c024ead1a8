package org.regards.letter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.history.CaseId;
import org.regards.language.LetterLanguage;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Letters in the store. Lives as long as its handle. */
final class LetterDao {
  private static final String SELECT =
      """
      SELECT id, customer, type, case_id, language, channel, state, template, written_on,
        written_at, recipient_name, organisation, street, locality, region, postal_code,
        country, recipient_email, signatory, signatory_name, signatory_title,
        signatory_email, signatory_phone, author, attached_pdf, attached_files, body
      FROM letter JOIN letter_body ON letter_body.letter = letter.id
      WHERE id IN (<ids>)
      """;

  private final Handle handle;

  LetterDao(Handle handle) {
    this.handle = handle;
  }

  /** The bytes of what goes with them must be kept already. */
  void insert(List<StoredLetter> letters) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO letter (id, customer, type, case_id, language, channel, state, template,
              written_on, written_at, recipient_name, organisation, street, locality, region,
              postal_code, country, recipient_email, signatory, signatory_name, signatory_title,
              signatory_email, signatory_phone, author, attached_pdf, attached_files)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    PreparedBatch bodies =
        handle.prepareBatch("INSERT INTO letter_body (letter, body) VALUES (?, ?)");
    for (StoredLetter stored : letters) {
      Letter letter = stored.letter();
      LetterHead head = letter.head();
      Recipient recipient = head.recipient();
      PostalAddress address = recipient.address();
      Signatory signatory = head.signatory();
      batch.add(
          stored.id().number(),
          recipient.customer().value(),
          head.type().word(),
          head.caseId() == null ? null : head.caseId().value(),
          head.language().tag(),
          head.channel().word(),
          stored.state().word(),
          stored.template(),
          IsoText.of(head.date()),
          IsoText.of(stored.writtenAt()),
          recipient.name(),
          recipient.organisation(),
          address.street(),
          address.locality(),
          address.region(),
          address.postalCode(),
          address.country(),
          recipient.email(),
          signatory.staff().value(),
          signatory.name(),
          signatory.title(),
          signatory.email(),
          signatory.phone(),
          stored.author() == null ? "" : stored.author().value(),
          head.attachments().asPdf() ? 1 : 0,
          head.attachments().files().size());
      bodies.add(stored.id().number(), LetterMarkup.write(letter));
    }
    batch.execute();
    bodies.execute();
    new AttachmentDao(handle)
        .attach(
            letters.stream()
                .filter(stored -> !stored.letter().head().attachments().files().isEmpty())
                .collect(
                    Collectors.toMap(
                        StoredLetter::id, stored -> stored.letter().head().attachments().files())));
  }

  Optional<StoredLetter> find(LetterId id) {
    return find(List.of(id)).stream().findFirst();
  }

  /** Those of the letters that there are, in no order. */
  List<StoredLetter> find(Collection<LetterId> ids) {
    return select(ids, (row, head) -> letter(row, head, row.text("body")));
  }

  private <T> List<T> select(Collection<LetterId> ids, BiFunction<Row, LetterHead, T> read) {
    List<Long> numbers = ids.stream().map(LetterId::number).toList();
    AttachmentsOf attachments = new AttachmentsOf(new AttachmentDao(handle), numbers);
    return handle
        .createQuery(SELECT)
        .bindList("ids", numbers)
        .map(Row.as(row -> read.apply(row, head(row, attachments.of(row)))))
        .list();
  }

  List<LetterId> latest(int limit) {
    return handle
        .createQuery("SELECT id FROM letter ORDER BY id DESC LIMIT :limit")
        .bind("limit", limit)
        .map(Row.as(row -> new LetterId(row.bigNumber("id"))))
        .list();
  }

  /** Those of the customers who have a letter of the type with this date on it. */
  Set<CustomerId> written(LetterType type, LocalDate day, List<CustomerId> customers) {
    return handle
        .createQuery(
            """
            SELECT customer FROM letter
            WHERE customer IN (<customers>) AND type = :type AND written_on = :day
            """)
        .bindList("customers", customers.stream().map(CustomerId::value).toList())
        .bind("type", type.word())
        .bind("day", IsoText.of(day))
        .map(Row.as(row -> new CustomerId(row.text("customer"))))
        .stream()
        .collect(Collectors.toSet());
  }

  /** Those of the letters that there are, without taking them apart. */
  List<LetterStamp> stamps(Collection<LetterId> ids) {
    return select(ids, (row, head) -> stamp(row, head, row.text("body")));
  }

  /** Those of the letters that there are, with their stamps. */
  List<StampedLetter> stamped(Collection<LetterId> ids) {
    return select(
        ids,
        (row, head) -> {
          String body = row.text("body");
          return new StampedLetter(stamp(row, head, body), letter(row, head, body));
        });
  }

  void move(Collection<LetterId> ids, LetterState state) {
    handle
        .createUpdate("UPDATE letter SET state = :state WHERE id IN (<ids>)")
        .bind("state", state.word())
        .bindList("ids", ids.stream().map(LetterId::number).toList())
        .execute();
  }

  /** Keeps the words of a letter, with who wrote them and when. */
  void rewrite(StoredLetter letter) {
    StaffId author = letter.author();
    handle
        .createUpdate(
            """
            UPDATE letter SET state = :state, written_at = :at, author = :author WHERE id = :id
            """)
        .bind("state", letter.state().word())
        .bind("at", IsoText.of(letter.writtenAt()))
        .bind("author", author == null ? "" : author.value())
        .bind("id", letter.id().number())
        .execute();
    handle
        .createUpdate("UPDATE letter_body SET body = :body WHERE letter = :id")
        .bind("body", LetterMarkup.write(letter.letter()))
        .bind("id", letter.id().number())
        .execute();
  }

  /** Keeps who signs a letter, with the words that name them. */
  void resign(StoredLetter letter) {
    rewrite(letter);
    Signatory signatory = letter.letter().head().signatory();
    handle
        .createUpdate(
            """
            UPDATE letter SET signatory = :staff, signatory_name = :name, signatory_title = :title,
              signatory_email = :email, signatory_phone = :phone
            WHERE id = :id
            """)
        .bind("staff", signatory.staff().value())
        .bind("name", signatory.name())
        .bind("title", signatory.title())
        .bind("email", signatory.email())
        .bind("phone", signatory.phone())
        .bind("id", letter.id().number())
        .execute();
  }

  /** Drafts and letters in review after an id, in order. */
  List<LetterId> unfinished(@Nullable LetterId after, int most) {
    return handle
        .createQuery(
            """
            SELECT id FROM letter
            WHERE state IN ('draft', 'in-review') AND id > :after
            ORDER BY id LIMIT :most
            """)
        .bind("after", after == null ? 0 : after.number())
        .bind("most", most)
        .map(Row.as(row -> new LetterId(row.bigNumber("id"))))
        .list();
  }

  /** Nobody else changes these letters until the transaction ends. */
  void lock(Collection<LetterId> ids) {
    handle
        .createUpdate("UPDATE letter SET state = state WHERE id IN (<ids>)")
        .bindList("ids", ids.stream().map(LetterId::number).toList())
        .execute();
  }

  private static LetterHead head(Row row, Attachments attachments) {
    String caseId = row.textOrNull("case_id");
    return new LetterHead(
        LetterType.of(row.text("type")).orElseThrow(),
        LetterLanguage.of(row.text("language")).orElseThrow(),
        LetterChannel.of(row.text("channel")).orElseThrow(),
        caseId == null ? null : new CaseId(caseId),
        row.date("written_on"),
        recipient(row),
        signatory(row),
        attachments);
  }

  private static @Nullable StaffId author(Row row) {
    String author = row.text("author");
    return author.isEmpty() ? null : new StaffId(author);
  }

  private static LetterStamp stamp(Row row, LetterHead head, String body) {
    return new LetterStamp(
        new LetterId(row.bigNumber("id")),
        LetterState.of(row.text("state")).orElseThrow(),
        head,
        author(row),
        LetterDigest.of(head, body),
        RestsOn.in(body));
  }

  private static StoredLetter letter(Row row, LetterHead head, String body) {
    LetterLanguage language = head.language();
    LetterMarkup.Content content =
        LetterMarkup.read(
            body,
            language,
            problem -> {
              throw new IllegalStateException("a stored letter cannot be read: " + problem);
            });
    return new StoredLetter(
        new LetterId(row.bigNumber("id")),
        LetterState.of(row.text("state")).orElseThrow(),
        row.text("template"),
        row.instant("written_at"),
        author(row),
        new Letter(head, content.subject(), content.parts()));
  }

  private static Recipient recipient(Row row) {
    return new Recipient(
        new CustomerId(row.text("customer")),
        row.text("recipient_name"),
        row.text("organisation"),
        new PostalAddress(
            row.text("street"),
            row.text("locality"),
            row.text("region"),
            row.text("postal_code"),
            row.text("country")),
        row.text("recipient_email"));
  }

  private static Signatory signatory(Row row) {
    return new Signatory(
        new StaffId(row.text("signatory")),
        row.text("signatory_name"),
        row.text("signatory_title"),
        row.text("signatory_email"),
        row.text("signatory_phone"));
  }
}
