package org.regards.outbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.store.IsoText;
import org.regards.store.WholeFile;
import org.regards.store.WholeFileException;

/**
 * A file outside of the store that says how far a worker has come in it. Each beat is in the store
 * first: whoever finds a higher one in the file has an older store. For many threads.
 */
final class WitnessFile implements AutoCloseable {
  /** Always as long, so that it is written in its place and never moves. */
  private static final String LINE = "%019d %s%n".replace("%n", "\n");

  private static final int LENGTH = 19 + 1 + 24 + 1;
  private static final int MOST_READS = 20;

  private final Path file;
  private long highest;
  private @Nullable FileChannel channel;

  WitnessFile(Path file) {
    this.file = file;
  }

  /**
   * Notes a beat that is in the store.
   *
   * @param forced also after a power cut, which takes a moment; otherwise only after the end of
   *     this program
   */
  synchronized void note(long beat, Instant at, boolean forced) {
    if (beat <= highest) {
      return;
    }
    byte[] line = LINE.formatted(beat, IsoText.of(at)).getBytes(US_ASCII);
    try {
      if (channel == null || (forced && Files.notExists(file))) {
        close();
        WholeFile.write(file, line);
        channel = FileChannel.open(file, StandardOpenOption.WRITE);
      } else {
        channel.write(ByteBuffer.wrap(line), 0);
        if (forced) {
          channel.force(false);
        }
      }
      highest = beat;
    } catch (WholeFileException failure) {
      throw failure.getCause() instanceof IOException reason
          ? new WitnessException(file, reason)
          : failure;
    } catch (IOException failure) {
      throw new WitnessException(file, failure);
    }
  }

  /** What a file says; one that is damaged may have meant any beat. */
  static Testimony read(Path file) throws IOException {
    String token = String.valueOf(file.getFileName());
    String line = stable(file);
    if (line.length() == LENGTH) {
      try {
        long beat = Long.parseLong(line, 0, 19, 10);
        return new Testimony(token, beat, Optional.of(IsoText.instant(line.substring(20, 44))));
      } catch (NumberFormatException | DateTimeParseException damaged) {
        // as below
      }
    }
    return new Testimony(token, Long.MAX_VALUE, Optional.empty());
  }

  /** Not while its worker writes. */
  private static String stable(Path file) throws IOException {
    String line = Files.readString(file, US_ASCII);
    for (int read = 0; read < MOST_READS; read++) {
      String again = Files.readString(file, US_ASCII);
      if (again.equals(line)) {
        return line;
      }
      line = again;
    }
    return line;
  }

  @Override
  public synchronized void close() {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException nothingIsLost) {
        // What was to be kept was forced before.
      }
      channel = null;
    }
  }
}
