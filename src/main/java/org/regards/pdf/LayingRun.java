package org.regards.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.regards.letter.Letter;

/**
 * Lays letters out on all processors and hands them on in their order, on the thread that runs it.
 * A few groups of letters are on their way at a time, so memory is flat.
 */
final class LayingRun<T> {
  private static final int GROUP = 16;

  /** Groups on their way for each processor: enough that none waits for the slowest letter. */
  private static final int GROUPS_AHEAD = 4;

  private final PdfPrinter printer;
  private final Function<? super T, Letter> letter;
  private final BiConsumer<? super T, ? super Laid> taker;
  private final Queue<Future<List<Laying<T>>>> groups = new ArrayDeque<>();

  private record Laying<T>(T item, Laid laid) {}

  LayingRun(
      PdfPrinter printer,
      Function<? super T, Letter> letter,
      BiConsumer<? super T, ? super Laid> taker) {
    this.printer = printer;
    this.letter = letter;
    this.taker = taker;
  }

  void run(Iterator<? extends T> items) throws InterruptedException {
    int workers = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      while (items.hasNext()) {
        List<T> group = new ArrayList<>(GROUP);
        while (group.size() < GROUP && items.hasNext()) {
          group.add(items.next());
        }
        groups.add(pool.submit(() -> lay(group)));
        if (groups.size() > workers * GROUPS_AHEAD) {
          handOn();
        }
      }
      while (!groups.isEmpty()) {
        handOn();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private List<Laying<T>> lay(List<T> group) {
    List<Laying<T>> laid = new ArrayList<>(group.size());
    for (T item : group) {
      laid.add(
          new Laying<>(
              item,
              switch (printer.lay(letter.apply(item))) {
                case Laid.Pages pages -> pages.prepared();
                case Laid.Refused refused -> refused;
              }));
    }
    return laid;
  }

  private void handOn() throws InterruptedException {
    try {
      for (Laying<T> one : groups.remove().get()) {
        taker.accept(one.item(), one.laid());
      }
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("a letter could not be laid out", failure.getCause());
    }
  }
}
