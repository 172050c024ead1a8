package org.regards.outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.mail.Postbox;
import org.regards.pdf.PdfPrinter;
import org.regards.store.Database;

/**
 * Lets letters leave: none twice, none lost, none to somebody who asked not to be written to. For
 * one thread; several programs may share a store.
 */
public final class Outbox {
  private final LetterSource letters;
  private final Emails emails;
  private final EmailDesk desk;
  private final PaperDelivery papers;
  private final PaperQueue queue;

  /**
   * Puts the parts together; opens nothing.
   *
   * @param postbox asked for when the first letter is sent; stays open, whoever made it closes it
   * @param printer asked for when the first letter is printed: it takes a moment to read its fonts
   * @param folder where printed letters go
   */
  public Outbox(
      Database database,
      LetterSource letters,
      Supplier<Postbox> postbox,
      Supplier<PdfPrinter> printer,
      Path folder,
      InstantSource clock) {
    this(database, letters, () -> PostLines.one(postbox), Rules::plain, printer, folder, clock);
  }

  /**
   * The same, with several ways to the mail server, at a tempo, in a store that others may send
   * from as well, or that may be a restored backup.
   *
   * @param tempo asked for when letters are sent
   */
  public Outbox(
      Database database,
      LetterSource letters,
      Supplier<PostLines> lines,
      Supplier<Tempo> tempo,
      WorkerRules sharing,
      Supplier<PdfPrinter> printer,
      Path folder,
      InstantSource clock) {
    this(
        database,
        letters,
        lines,
        () -> Rules.of(tempo.get()).shared(sharing, folder, clock),
        printer,
        folder,
        clock);
  }

  Outbox(
      Database database,
      LetterSource letters,
      Supplier<PostLines> lines,
      Supplier<Rules> rules,
      Supplier<PdfPrinter> printer,
      Path folder,
      InstantSource clock) {
    this.letters = letters;
    this.emails =
        new Emails(database, letters, lines, new Enclosures(database, printer), rules, clock);
    this.desk = new EmailDesk(database, clock);
    this.papers = new PaperDelivery(database, printer, folder, clock);
    this.queue = new PaperQueue(database, clock);
  }

  /**
   * Sends letters by email, over as many connections as there are, and tells of each, in order.
   * What had stopped all email is tried again. Letters that cannot go now stay in the outbox.
   *
   * @param by who sends them
   * @throws org.regards.letter.UnknownLetterException when there is no letter of one of the ids;
   *     none is sent then
   */
  public void send(List<LetterId> ids, Actor by, Consumer<SendOutcome> told) {
    emails.send(ids, by, false, told);
  }

  /** As {@link #send}, also in quiet hours. */
  public void sendNow(List<LetterId> ids, Actor by, Consumer<SendOutcome> told) {
    emails.send(ids, by, true, told);
  }

  /**
   * Lets emails wait in the outbox until a time, and tells of each, in order.
   *
   * @param by who lets them go
   * @throws org.regards.letter.UnknownLetterException when there is no letter of one of the ids;
   *     none waits then
   */
  public void queueEmail(List<LetterId> ids, Actor by, SendAt at, Consumer<SendOutcome> told) {
    emails.queue(ids, by, at, told);
  }

  /** Lets all approved emails, or those of a type, wait in the outbox until a time. */
  public void queueApprovedEmail(
      @Nullable LetterType type, Actor by, SendAt at, Consumer<SendOutcome> told) {
    emails.queueApproved(type, by, at, told);
  }

  /**
   * Sends all approved emails, or those of a type, with those that are due, and tells of each as
   * soon as it is settled.
   *
   * @return why others still wait, as whole sentences, where one reason holds for all
   */
  public Optional<String> sendApproved(
      @Nullable LetterType type, Actor by, Consumer<SendOutcome> told) {
    return emails.sendApproved(type, by, told);
  }

  /**
   * Sends the emails that are due, and tells of each as soon as it is settled.
   *
   * @return why others still wait, as whole sentences, where one reason holds for all
   */
  public Optional<String> sendDue(Actor by, Consumer<SendOutcome> told) {
    return emails.sendDue(by, told);
  }

  /**
   * Sends what is or becomes due until {@link #stop}. What stopped all email stays so until a
   * person lets it go on; an unreachable server is tried again by itself.
   *
   * @param weather told, in whole sentences, when nothing leaves any more and when it goes on
   */
  public void watch(Consumer<SendOutcome> told, Consumer<String> weather) {
    emails.watch(told, weather);
  }

  /**
   * Ends what other threads are sending here: nothing new is begun. Returns when what had begun has
   * ended, or does not for a minute.
   */
  public void stop() {
    emails.stop();
  }

  /**
   * The emails in the outbox.
   *
   * @param state one of {@link OutboxEntry#states}, or null for all that are not settled
   * @param customer whose, or null for all
   */
  public OutboxView emails(@Nullable String state, @Nullable CustomerId customer) {
    return desk.view(state == null ? null : DeliveryState.of(state), customer);
  }

  /** How many emails wait, are being sent or are in doubt. */
  public long waiting() {
    return desk.waiting();
  }

  /**
   * Settles an email that may have arrived: it did.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none of the id
   */
  public DeskOutcome resolveDelivered(LetterId id, Actor by) {
    return desk.delivered(id, by);
  }

  /**
   * Settles an email that may have arrived: it is sent once more, if everything still allows it.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none of the id
   */
  public DeskOutcome resolveByResending(LetterId id, Actor by) {
    return desk.resend(id, by);
  }

  /**
   * Takes an email out of the outbox, until its final dot.
   *
   * @throws org.regards.letter.UnknownLetterException when there is none of the id
   */
  public DeskOutcome cancel(LetterId id, Actor by) {
    return desk.cancel(id, by);
  }

  /** Lets emails go that waited for a person's word. */
  public List<DeskOutcome> release(List<LetterId> ids, Actor by) {
    return desk.release(ids, by);
  }

  /** As {@link #release}, all of them; how many those were. */
  public int releaseAll(Actor by) {
    return desk.releaseAll(by);
  }

  /** Lets all email go on that had been stopped; what had stopped it, if anything. */
  public Optional<QueueStop> resume(Actor by) {
    return desk.resume(by);
  }

  /**
   * Prints letters to files, in order, and tells of each as soon as its file is on the disk.
   *
   * @param by who prints them
   * @throws org.regards.letter.UnknownLetterException when there is no letter of one of the ids;
   *     none is printed then
   */
  public void print(List<LetterId> ids, Actor by, Consumer<PrintOutcome> told) {
    ids.forEach(letters::get);
    for (LetterId id : ids) {
      told.accept(papers.print(id, letters.get(id).letter(), by));
    }
  }

  /**
   * Lets letters wait for the next print run, and tells of each.
   *
   * @param by who queues them
   * @throws org.regards.letter.UnknownLetterException when there is no letter of one of the ids;
   *     none is queued then
   */
  public void queue(List<LetterId> ids, Actor by, Consumer<QueueOutcome> told) {
    ids.forEach(letters::get);
    queue.queue(ids, by, told);
  }

  /**
   * Lets all approved letters on paper wait, or those of a type; what was queued stays so if it
   * stops.
   *
   * @param by who queues them
   */
  public void queueApproved(@Nullable LetterType type, Actor by, Consumer<QueueOutcome> told) {
    queue.queueApproved(type, by, told);
  }

  /**
   * Takes letters out of the queue; what was approved stays so.
   *
   * @param by who takes them out
   * @throws org.regards.letter.UnknownLetterException when there is no letter of one of the ids;
   *     none is taken out then
   */
  public void takeBack(List<LetterId> ids, Actor by, Consumer<QueueOutcome> told) {
    ids.forEach(letters::get);
    queue.takeBack(ids, by, told);
  }

  /** What waits for the next print run, by type. */
  public List<QueueCount> queued() {
    return queue.counts();
  }
}
