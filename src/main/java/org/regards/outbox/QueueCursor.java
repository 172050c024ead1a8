package org.regards.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;
import org.regards.outbox.PaperQueueDao.Place;
import org.regards.store.Database;

/** Reads the queue in the order of the post, letters within the country first. */
final class QueueCursor implements Supplier<List<Place>> {
  private static final int GROUP = 100;

  private final Database database;
  private final @Nullable LetterType type;
  private final String home;
  private final Predicate<Place> wanted;
  private boolean domestic = true;
  private boolean ended;
  private String after = "";

  QueueCursor(Database database, @Nullable LetterType type, String home, Predicate<Place> wanted) {
    this.database = database;
    this.type = type;
    this.home = home;
    this.wanted = wanted;
  }

  /** The next places; none at the end. */
  @Override
  public List<Place> get() {
    List<Place> found = new ArrayList<>();
    while (found.isEmpty() && !ended) {
      List<Place> read =
          database.read(
              handle -> new PaperQueueDao(handle).places(type, home, domestic, after, GROUP));
      read.stream().filter(wanted).forEach(found::add);
      if (!read.isEmpty()) {
        after = read.getLast().postOrder();
      }
      if (read.size() < GROUP) {
        ended = !domestic;
        domestic = false;
        after = "";
      }
    }
    return found;
  }
}
