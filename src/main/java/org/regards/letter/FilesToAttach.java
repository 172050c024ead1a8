package org.regards.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Files of the user's own, read from the disk to go with a letter. */
public sealed interface FilesToAttach {
  /** So much that all common mailboxes take it, with what the way by mail adds to it. */
  long USUAL_LIMIT = 20_000_000;

  /** All of them. */
  record Read(List<FileToAttach> files) implements FilesToAttach {
    public Read {
      files = List.copyOf(files);
    }
  }

  /**
   * Some cannot go; none is attached.
   *
   * @param problems all of them, one sentence each
   */
  record Refused(List<String> problems) implements FilesToAttach {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads files.
   *
   * @param limit for all together, in bytes
   */
  static FilesToAttach read(List<Path> paths, long limit) {
    List<FileToAttach> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    long size = 0;
    for (Path path : paths) {
      try {
        size += Files.size(path);
        // a file over the limit is not read into memory first
        byte[] bytes = size > limit ? new byte[] {0} : Files.readAllBytes(path);
        String name = name(path);
        Optional<String> problem = FileKinds.problem(name, bytes);
        problem.ifPresent(reason -> problems.add("%s %s.".formatted(path, reason)));
        files.add(
            new FileToAttach(
                new AttachedFile(name, FileKinds.mediaType(name), bytes.length, sha256(bytes)),
                bytes));
      } catch (IOException unreadable) {
        problems.add(
            Files.isDirectory(path)
                ? "%s is a folder; name the files in it, or a .zip of it.".formatted(path)
                : "%s cannot be read; look whether the name is right and you may read it."
                    .formatted(path));
      }
    }
    if (size > limit) {
      problems.add(tooLarge(size, limit));
    }
    return problems.isEmpty() ? new Read(files) : new Refused(problems);
  }

  /** Why files of a size cannot go together. */
  static String tooLarge(long size, long limit) {
    return "The files have %s together, and a letter takes %s: many mailboxes refuse more. Send a link, or make them smaller (setting mail.attachment_limit)."
        .formatted(AttachedFile.megabytes(size), AttachedFile.megabytes(limit));
  }

  /**
   * A name of one line. Characters that turn the direction of a text would let {@code fdp.exe} read
   * {@code exe.pdf}.
   */
  private static String name(Path path) {
    String name = Normalizer.normalize(path.getFileName().toString(), Normalizer.Form.NFC);
    return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}/\\\\]", "_").strip();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
