package org.regards.letter;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.regards.store.Row;

/** What goes with letters, in the store. Lives as long as its handle. */
final class AttachmentDao {
  private final Handle handle;

  AttachmentDao(Handle handle) {
    this.handle = handle;
  }

  /** The files of those of the letters that have any, without their bytes. */
  Map<Long, List<AttachedFile>> files(Collection<Long> letters) {
    if (letters.isEmpty()) {
      return Map.of();
    }
    record Of(long letter, AttachedFile file) {}
    return handle
        .createQuery(
            """
            SELECT letter, name, media_type, size, sha256 FROM letter_attachment
            WHERE letter IN (<letters>)
            ORDER BY letter, position
            """)
        .bindList("letters", letters)
        .map(
            Row.as(
                row ->
                    new Of(
                        row.bigNumber("letter"),
                        new AttachedFile(
                            row.text("name"),
                            row.text("media_type"),
                            row.bigNumber("size"),
                            row.text("sha256")))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Of::letter,
                HashMap::new,
                Collectors.mapping(Of::file, Collectors.toUnmodifiableList())));
  }

  /** Keeps bytes that are not kept yet. */
  void keep(List<FileToAttach> files) {
    if (files.isEmpty()) {
      return;
    }
    Set<String> kept =
        new HashSet<>(
            handle
                .createQuery("SELECT sha256 FROM attachment_content WHERE sha256 IN (<digests>)")
                .bindList("digests", files.stream().map(file -> file.file().sha256()).toList())
                .map(Row.as(row -> row.text("sha256")))
                .list());
    for (FileToAttach file : files) {
      if (kept.add(file.file().sha256())) {
        handle
            .createUpdate(
                """
                INSERT INTO attachment_content (sha256, content) VALUES (:sha256, :content)
                ON CONFLICT (sha256) DO NOTHING
                """)
            .bind("sha256", file.file().sha256())
            .bind("content", file.bytes())
            .execute();
      }
    }
  }

  /** Notes which files go with letters; their bytes must be kept already. */
  void attach(Map<LetterId, List<AttachedFile>> letters) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO letter_attachment (letter, position, name, media_type, size, sha256)
            VALUES (?, ?, ?, ?, ?, ?)
            """);
    letters.forEach(
        (letter, files) -> {
          for (int i = 0; i < files.size(); i++) {
            AttachedFile file = files.get(i);
            batch.add(
                letter.number(), i + 1, file.name(), file.mediaType(), file.size(), file.sha256());
          }
        });
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  /** Puts others in the place of a letter's attachments. */
  void replace(LetterId letter, Attachments attachments) {
    handle
        .createUpdate("DELETE FROM letter_attachment WHERE letter = :letter")
        .bind("letter", letter.number())
        .execute();
    attach(Map.of(letter, attachments.files()));
    handle
        .createUpdate(
            "UPDATE letter SET attached_files = :files, attached_pdf = :pdf WHERE id = :letter")
        .bind("files", attachments.files().size())
        .bind("pdf", attachments.asPdf() ? 1 : 0)
        .bind("letter", letter.number())
        .execute();
  }

  /** Forgets bytes that go with no letter any more. */
  void forget(Collection<AttachedFile> files) {
    for (AttachedFile file : files) {
      handle
          .createUpdate(
              """
              DELETE FROM attachment_content
              WHERE sha256 = :sha256
                AND NOT EXISTS (SELECT 1 FROM letter_attachment WHERE sha256 = :sha256)
              """)
          .bind("sha256", file.sha256())
          .execute();
    }
  }

  int forgetUnused() {
    return handle
        .createUpdate(
            """
            DELETE FROM attachment_content
            WHERE sha256 NOT IN (SELECT sha256 FROM letter_attachment)
            """)
        .execute();
  }

  byte[] content(AttachedFile file) {
    return handle
        .createQuery("SELECT content FROM attachment_content WHERE sha256 = :sha256")
        .bind("sha256", file.sha256())
        .map(Row.as(row -> row.bytes("content")))
        .one();
  }
}
