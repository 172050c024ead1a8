package org.regards.outbox;

/** Hears how far a print run has come, on the thread that makes it. */
@FunctionalInterface
public interface RunProgress {
  void reached(long letters, long ofQueued);
}
