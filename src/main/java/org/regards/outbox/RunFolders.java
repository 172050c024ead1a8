package org.regards.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.regards.store.WholeFile;

/**
 * The folder of print runs, held by one program at a time; a program that dies lets go of it.
 * Whoever takes it closes it.
 */
final class RunFolders implements AutoCloseable {
  /**
   * Held by this program. POSIX (fcntl) drops all locks of a program on a file when it closes any
   * channel to it, so a folder's lock is never opened twice.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private RunFolders(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Makes the folder where there is none; empty when another program holds it. */
  static Optional<RunFolders> take(Path folder) {
    try {
      Path real = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
      if (!HELD.add(real)) {
        return Optional.empty();
      }
      Optional<FileChannel> lock = Optional.empty();
      try {
        lock = lock(real.resolve(".lock"));
      } finally {
        if (lock.isEmpty()) {
          HELD.remove(real);
        }
      }
      return lock.map(channel -> new RunFolders(real, channel));
    } catch (IOException failure) {
      throw unwritable(folder, failure);
    }
  }

  private static Optional<FileChannel> lock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (isLocked(channel)) {
      return Optional.of(channel);
    }
    channel.close();
    return Optional.empty();
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

  /** The real path: the same however the folder was named. */
  Path path() {
    return folder;
  }

  /** Whether a folder that is there is this one, by whatever name. */
  boolean isAt(Path other) {
    try {
      return Files.isSameFile(folder, other);
    } catch (IOException failure) {
      throw unwritable(other, failure);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException unlikely) {
      throw unwritable(folder, unlikely);
    } finally {
      HELD.remove(folder);
    }
  }
}
