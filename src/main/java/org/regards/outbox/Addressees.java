package org.regards.outbox;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.UnknownCustomerException;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.Recipient;
import org.regards.letter.StoredLetter;
import org.regards.outbox.PaperQueueDao.Place;
import org.regards.pdf.Addressed;
import org.regards.pdf.MailCodes;
import org.regards.store.Database;

/** Whom envelopes and labels are for: nobody who asked not to be written to. For one thread. */
public final class Addressees {
  private static final int SHOWN_NEAR = 5;
  private static final int GROUP = 100;

  private final Database database;
  private final LetterSource letters;
  private final Function<LetterId, MailCodes> codes;
  private final String home;
  private final LetterLanguage otherwise;
  private final InstantSource clock;
  private final Map<LetterLanguage, LocalFormats> formats = new EnumMap<>(LetterLanguage.class);

  /** An address to print, or why there is none. */
  public sealed interface Addressing {
    /** It may be printed. */
    record Free(Addressed addressed) implements Addressing {}

    /**
     * It must not be printed.
     *
     * @param name of the letter or customer
     */
    record Held(String name, String reason) implements Addressing {}
  }

  /**
   * @param codes what the codes of a letter say
   * @param home the sender's country, whose letters come before those that go abroad
   * @param otherwise the language for customers in whose language no letters are written
   */
  public Addressees(
      Database database,
      LetterSource letters,
      Function<LetterId, MailCodes> codes,
      String home,
      LetterLanguage otherwise,
      InstantSource clock) {
    this.database = database;
    this.letters = letters;
    this.codes = codes;
    this.home = home;
    this.otherwise = otherwise;
    this.clock = clock;
  }

  /**
   * The address on a letter.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none of this id
   */
  public Addressing of(LetterId id) {
    return of(List.of(letters.get(id))).getFirst();
  }

  /** The addresses on all letters that wait for a print run, in the order of the post. */
  public List<Addressing> waiting() {
    QueueCursor queue = new QueueCursor(database, null, home, everyone -> true);
    List<Addressing> found = new ArrayList<>();
    for (List<Place> places = queue.get(); !places.isEmpty(); places = queue.get()) {
      found.addAll(of(letters.load(places.stream().map(Place::letter).toList())));
    }
    return found;
  }

  /**
   * The addresses on the letters of a print run, as they lie in it.
   *
   * @throws RunProblemException when there is no such run
   */
  public List<Addressing> in(RunId run) {
    List<LetterId> ids =
        database.read(
            handle -> {
              PrintRunDao runs = new PrintRunDao(handle);
              return runs.letters(KnownRun.find(runs, run).id(), 1, Integer.MAX_VALUE).stream()
                  .map(RunLetter::letter)
                  .toList();
            });
    List<Addressing> found = new ArrayList<>(ids.size());
    for (int from = 0; from < ids.size(); from += GROUP) {
      found.addAll(of(letters.load(ids.subList(from, Math.min(ids.size(), from + GROUP)))));
    }
    return found;
  }

  private List<Addressing> of(List<StoredLetter> stored) {
    Map<Addressee, String> closed =
        database.read(
            handle ->
                Gate.closed(handle, stored.stream().map(Addressee::of).toList(), clock.instant()));
    List<Addressing> found = new ArrayList<>(stored.size());
    for (StoredLetter one : stored) {
      String reason = closed.get(Addressee.of(one));
      found.add(
          reason == null
              ? new Addressing.Free(addressed(one))
              : new Addressing.Held(one.id().toString(), reason));
    }
    return found;
  }

  private Addressed addressed(StoredLetter stored) {
    LetterHead head = stored.letter().head();
    return new Addressed(
        stored.id().toString(),
        head.recipient(),
        head.language(),
        head.date(),
        head.type(),
        codes.apply(stored.id()));
  }

  /**
   * The address of a customer as it is on record now.
   *
   * @throws UnknownCustomerException when there is no such customer
   */
  public Addressing of(CustomerId id) {
    return database.read(
        handle -> {
          CustomerDao customers = new CustomerDao(handle);
          Customer customer =
              customers
                  .find(id)
                  .orElseThrow(
                      () ->
                          new UnknownCustomerException(id, customers.near(id.value(), SHOWN_NEAR)));
          return Gate.closed(handle, Addressee.of(customer), clock.instant())
              .<Addressing>map(reason -> new Addressing.Held(id.toString(), reason))
              .orElseGet(() -> free(customer));
        });
  }

  private Addressing free(Customer customer) {
    LetterLanguage language = LetterLanguage.of(customer.language()).orElse(otherwise);
    return new Addressing.Free(
        new Addressed(
            customer.id().toString(),
            Recipient.of(customer, language, formats.computeIfAbsent(language, LocalFormats::new)),
            language,
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
            null,
            MailCodes.none()));
  }
}
