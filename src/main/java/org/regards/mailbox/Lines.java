package org.regards.mailbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a message, whether CR, LF or both end them; what is too long of one is left out. */
final class Lines {
  private static final int LONGEST = 32 * 1024;
  private static final int LINE_FEED = '\n';
  private static final int CARRIAGE_RETURN = '\r';

  private final PushbackInputStream in;
  private byte @Nullable [] back;

  Lines(InputStream in) {
    this.in = new PushbackInputStream(new BufferedInputStream(in, 64 * 1024), 1);
  }

  /** The next line without its end, or null after the last. */
  byte @Nullable [] next() throws IOException {
    if (back != null) {
      byte[] line = back;
      back = null;
      return line;
    }
    int next = in.read();
    if (next < 0) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(80);
    while (next >= 0 && next != LINE_FEED && next != CARRIAGE_RETURN) {
      if (line.size() < LONGEST) {
        line.write(next);
      }
      next = in.read();
    }
    if (next == CARRIAGE_RETURN) {
      int after = in.read();
      if (after >= 0 && after != LINE_FEED) {
        in.unread(after);
      }
    }
    return line.toByteArray();
  }

  /** Gives a line back, to be read next; one at most. */
  void giveBack(byte[] line) {
    back = line;
  }
}
