package org.regards.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that appear whole or not at all, also when the power fails in the middle. */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Puts {@code bytes} into {@code file}, in place of what was there, and makes the folders above
   * it. When it returns, the file is on the disk.
   *
   * @throws WholeFileException when it cannot be written; what was there before is unharmed
   */
  public static void write(Path file, byte[] bytes) {
    Path whole = file.toAbsolutePath();
    Path folder = whole.resolveSibling("");
    Path part = folder.resolve(".%s.%s.part".formatted(whole.getFileName(), UUID.randomUUID()));
    try {
      Files.createDirectories(folder);
      try {
        writeThrough(part, bytes);
        Files.move(
            part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
      keepName(folder);
    } catch (IOException failure) {
      throw new WholeFileException(file, reason(failure), failure);
    }
  }

  private static void writeThrough(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** A move is in the folder's own blocks: they must reach the disk too. */
  static void keepName(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows cannot open a folder; there the move itself is written through
    }
  }

  /** Why a file could not be written, in words. */
  public static String reason(IOException failure) {
    if (failure instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return switch (failure) {
      case AccessDeniedException ignored -> "writing there is not permitted";
      case FileAlreadyExistsException ignored -> "a file is in the place of a folder";
      case NoSuchFileException ignored -> "the folder above it does not exist";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
