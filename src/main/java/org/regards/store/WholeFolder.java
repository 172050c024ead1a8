package org.regards.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all, also when the power fails in the middle: its files are
 * written beside it under a hidden name, which then becomes its own.
 */
public final class WholeFolder {
  private final Path folder;
  private final Path hidden;

  public WholeFolder(Path folder) {
    this.folder = folder.toAbsolutePath();
    this.hidden = this.folder.resolveSibling("." + this.folder.getFileName() + ".part");
  }

  public Path path() {
    return folder;
  }

  /** Where its files lie until it appears. */
  public Path hidden() {
    return hidden;
  }

  public boolean isHidden() {
    return Files.isDirectory(hidden);
  }

  public boolean hasAppeared() {
    return Files.isDirectory(folder);
  }

  /**
   * Makes the hidden folder, empty, and those above it.
   *
   * @throws WholeFileException when it cannot be made
   */
  public void begin() {
    discard();
    attempt(() -> Files.createDirectories(hidden));
  }

  /** Puts all files on the disk, and the hidden folder itself. */
  public void keep() {
    attempt(
        () -> {
          for (Path file : files()) {
            if (Files.isRegularFile(file)) {
              try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
              }
            }
          }
          WholeFile.keepName(hidden);
          WholeFile.keepName(hidden.resolveSibling(""));
          return hidden;
        });
  }

  /** Gives the folder its name. */
  public void appear() {
    attempt(
        () -> {
          Files.move(hidden, folder, StandardCopyOption.ATOMIC_MOVE);
          WholeFile.keepName(folder.resolveSibling(""));
          return folder;
        });
  }

  /** Takes away what is hidden; what has appeared stays. */
  public void discard() {
    attempt(
        () -> {
          if (isHidden()) {
            for (Path file : files()) {
              Files.deleteIfExists(file);
            }
          }
          return hidden;
        });
  }

  /** Of the hidden folder, those inside of others first. */
  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(hidden)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }

  private void attempt(Act act) {
    try {
      act.run();
    } catch (IOException failure) {
      throw new WholeFileException(folder, WholeFile.reason(failure), failure);
    }
  }

  @FunctionalInterface
  private interface Act {
    Path run() throws IOException;
  }
}
