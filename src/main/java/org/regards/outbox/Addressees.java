package org.regards.outbox;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.UnknownCustomerException;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.Recipient;
import org.regards.pdf.Addressed;
import org.regards.pdf.MailCodes;
import org.regards.store.Database;

/** Whom envelopes and labels are for: nobody who asked not to be written to. For one thread. */
public final class Addressees {
  private static final int SHOWN_NEAR = 5;

  private final Database database;
  private final LetterSource letters;
  private final Function<LetterId, MailCodes> codes;
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
   * @param otherwise the language for customers in whose language no letters are written
   */
  public Addressees(
      Database database,
      LetterSource letters,
      Function<LetterId, MailCodes> codes,
      LetterLanguage otherwise,
      InstantSource clock) {
    this.database = database;
    this.letters = letters;
    this.codes = codes;
    this.otherwise = otherwise;
    this.clock = clock;
  }

  /**
   * The address on a letter.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none of this id
   */
  public Addressing of(LetterId id) {
    Letter letter = letters.get(id).letter();
    Optional<String> closed = database.read(handle -> Gate.closed(handle, letter));
    if (closed.isPresent()) {
      return new Addressing.Held(id.toString(), closed.get());
    }
    LetterHead head = letter.head();
    return new Addressing.Free(
        new Addressed(
            id.toString(),
            head.recipient(),
            head.language(),
            head.date(),
            head.type(),
            codes.apply(id)));
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
          return Gate.closed(handle, Addressee.of(customer))
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
