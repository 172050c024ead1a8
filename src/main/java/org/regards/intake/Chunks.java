package org.regards.intake;

import java.util.AbstractList;
import java.util.List;

/** Pieces of a list that one statement can take: databases limit how many values that may be. */
final class Chunks {
  static final int SIZE = 1_000;

  private Chunks() {}

  /** Views of the list, in its order. */
  static <E> List<List<E>> of(List<E> whole) {
    return new AbstractList<>() {
      @Override
      public List<E> get(int number) {
        int from = number * SIZE;
        return whole.subList(from, Math.min(whole.size(), from + SIZE));
      }

      @Override
      public int size() {
        return (whole.size() + SIZE - 1) / SIZE;
      }
    };
  }
}
