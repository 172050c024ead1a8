package org.regards.pdf;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.Deflater;

/**
 * What pages are pressed with: a deflater and buffers, borrowed by one thread at a time and used
 * again, since making them takes longer than using them.
 */
final class Workbench implements AutoCloseable {
  private static final Queue<Workbench> IDLE = new ConcurrentLinkedQueue<>();

  /** Two thirds of the time of the usual level, and 5 % more bytes. */
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

  private final PdfBytes content = new PdfBytes(1 << 13);
  private final PdfBytes file = new PdfBytes(1 << 16);
  private byte[] deflated = new byte[1 << 13];

  private Workbench() {}

  /** One that nobody uses; closing gives it back. */
  static Workbench borrow() {
    Workbench idle = IDLE.poll();
    return idle == null ? new Workbench() : idle;
  }

  /** For the content of a page; empty. */
  PdfBytes content() {
    content.clear();
    return content;
  }

  /** For a whole file; empty. */
  PdfBytes file() {
    file.clear();
    return file;
  }

  byte[] deflated(PdfBytes bytes) {
    deflater.reset();
    deflater.setInput(bytes.array(), 0, bytes.length());
    deflater.finish();
    int length = deflater.deflate(deflated);
    while (!deflater.finished()) {
      deflated = Arrays.copyOf(deflated, 2 * deflated.length);
      length += deflater.deflate(deflated, length, deflated.length - length);
    }
    return Arrays.copyOf(deflated, length);
  }

  @Override
  public void close() {
    IDLE.add(this);
  }
}
