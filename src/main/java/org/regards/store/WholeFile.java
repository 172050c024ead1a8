package org.regards.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: under its name stands either what was there before or all of the
 * new content, whatever crashes or fills up on the way.
 */
public final class WholeFile {
  private WholeFile() {}

  /**
   * Returns once the content is on the disk. Makes the folder where it is missing.
   *
   * @throws FileNotWrittenException when it cannot be written; then nothing has changed
   */
  public static void write(Path file, byte[] content) {
    Path target = file.toAbsolutePath();
    Path folder = folderOf(target);
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "." + target.getFileName(), ".part");
      try {
        fill(unfinished, content);
        Files.move(
            unfinished,
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      sync(folder);
    } catch (IOException e) {
      throw new FileNotWrittenException(file, reason(e, target, folder), e);
    }
  }

  private static void fill(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  /** The new name is safe only when the folder is on the disk too; Windows cannot open one. */
  private static void sync(Path folder) throws IOException {
    if (!System.getProperty("os.name").startsWith("Windows")) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static Path folderOf(Path target) {
    Path folder = target.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("not a file but the root of a disk: " + target);
    }
    return folder;
  }

  private static String reason(IOException failure, Path target, Path folder) {
    if (failure instanceof FileAlreadyExistsException) {
      return folder + " is a file, not a folder; choose another place";
    }
    if (Files.isDirectory(target)) {
      return "a folder has that name; choose another name";
    }
    if (failure instanceof AccessDeniedException || !Files.isWritable(folder)) {
      return "you may not write in " + folder + "; choose another folder or change its permissions";
    }
    if (failure instanceof AtomicMoveNotSupportedException) {
      return folder + " is on a disk that cannot replace files in one step; choose another folder";
    }
    String message = failure.getMessage();
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      message = system.getReason();
    }
    return message + "; free some space or choose another folder, then try again";
  }
}
