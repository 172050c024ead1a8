package org.regards.store;

import org.jdbi.v3.core.Handle;

/** Numbers that the program hands out itself, counted from 1 under a name; never given twice. */
public final class Counter {
  private final String name;

  public Counter(String name) {
    this.name = name;
  }

  /** Takes as many numbers as asked, and returns the first; the others follow it. */
  public long allocate(Handle handle, int howMany) {
    if (howMany < 1) {
      throw new IllegalArgumentException("howMany must be positive, was: " + howMany);
    }
    long last =
        handle
            .createQuery(
                """
                INSERT INTO counter (name, value) VALUES (:name, :howMany)
                ON CONFLICT (name) DO UPDATE SET value = counter.value + :howMany
                RETURNING value
                """)
            .bind("name", name)
            .bind("howMany", howMany)
            .mapTo(Long.class)
            .one();
    return last - howMany + 1;
  }
}
