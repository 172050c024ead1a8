package org.regards.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.regards.store.WholeFile;

/**
 * The folder of print runs, held by one program at a time; a program that dies lets go of it.
 * Whoever takes it closes it.
 */
final class RunFolders implements AutoCloseable {
  private final Path folder;
  private final FileChannel channel;

  private RunFolders(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Makes the folder where there is none; empty when another program holds it. */
  static Optional<RunFolders> take(Path folder) {
    Path whole = folder.toAbsolutePath();
    try {
      Files.createDirectories(whole);
      FileChannel channel =
          FileChannel.open(
              whole.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return Optional.of(new RunFolders(whole, channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException failure) {
      throw unwritable(folder, failure);
    }
  }

  @SuppressWarnings("resource") // the lock lives as long as its channel
  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException withinThisProgram) {
      return false;
    }
  }

  static RunProblemException unwritable(Path folder, IOException failure) {
    return new RunProblemException(
        "The print run cannot be written to %s: %s. There is no new run, and all letters stay queued. Make room or allow writing there, or name another folder with --out; then try again."
            .formatted(folder, WholeFile.reason(failure)),
        failure);
  }

  Path path() {
    return folder;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException unlikely) {
      throw unwritable(folder, unlikely);
    }
  }
}
