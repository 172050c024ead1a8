package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.regards.approval.ApprovalOutcome;
import org.regards.approval.Approving;
import org.regards.audit.Actor;
import org.regards.customer.StaffId;
import org.regards.intake.OnBadRows;
import org.regards.intake.Progress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.LetterRequest;
import org.regards.letter.LetterType;
import org.regards.mail.PlainJakartaMail;
import org.regards.mail.SmtpSink;
import org.regards.outbox.SendOutcome;
import org.regards.playbook.Business;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards bench send}. */
@Command(
    name = "send",
    description =
        "Measure the sending of approved letters, each state on the disk, to a server on this"
            + " machine that takes everything; beside it plain Jakarta Mail, which keeps no record,"
            + " on as many connections; then both on one connection to a server that is far away.",
    footer = {"", "Example:", "  regards bench send --letters 10000 --connections 4"})
final class BenchSendCommand implements Callable<Integer> {
  private static final int WARM_UP = 10_000;
  private static final int GROUP = 500;
  private static final StaffId SUPERVISOR = new StaffId("sv");

  /** Whose words together are enough for every letter: nobody speaks for their own. */
  private static final List<StaffId> READERS =
      List.of(SUPERVISOR, new StaffId("mk"), new StaffId("jo"));

  private static final Instant TODAY = Instant.parse("2026-11-20T09:00:00Z");
  private static final LetterRequest REQUEST =
      new LetterRequest(
          LetterType.EXPLANATION,
          null,
          null,
          null,
          null,
          Map.of("alternative", "The next box is one size larger, at the price of this one."));

  private final House.Door door;

  @Option(
      names = "--letters",
      paramLabel = "N",
      description = "How many letters to send. Default: 10000.")
  private int letters = 10_000;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "How many connections at once. Default: 4.")
  private int connections = 4;

  @Option(
      names = "--round-trip",
      paramLabel = "MILLISECONDS",
      description = "How far away the second server is. Default: 30.")
  private int roundTrip = 30;

  @Option(
      names = "--far",
      paramLabel = "N",
      description = "How many letters to send to the server that is far away. Default: 200.")
  private int far = 200;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Mixin private JsonOption json;
  @Spec private CommandSpec spec;

  BenchSendCommand(House.Door door) {
    this.door = door;
  }

  /** Letters a second. */
  private record Rates(double ours, double plain) {
    double ratio() {
      return ours / plain;
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    if (letters < 1 || far < 1 || connections < 1 || roundTrip < 1) {
      throw new ParameterException(spec.commandLine(), "All numbers must be positive.");
    }
    Path folder = BenchFolder.make();
    try {
      try (SmtpSink near = SmtpSink.open()) {
        measure(folder.resolve("warm"), WARM_UP, connections, near);
        PeakHeap.reset();
        Rates close = measure(folder.resolve("near"), letters, connections, near);
        long peakHeap = PeakHeap.megabytes();
        try (SmtpSink away = SmtpSink.open(Duration.ofMillis(roundTrip))) {
          print(close, measure(folder.resolve("far"), far, 1, away), peakHeap);
        }
      }
    } finally {
      BenchFolder.remove(folder);
    }
    return HouseCommand.DONE;
  }

  /** The peer sends one half before ours and one after it: a machine's speed varies. */
  private Rates measure(Path folder, int count, int atOnce, SmtpSink sink)
      throws InterruptedException {
    try (House house =
        door.open(
            HouseOptions.apart(folder + ".db", folder, Business.unknown())
                .mailingTo(sink.address(), atOnce))) {
      List<PlainJakartaMail.Draft> drafts = drafts(house, approved(house, folder, count));
      int half = drafts.size() / 2;
      long plain = sendPlainly(drafts.subList(0, half), atOnce, sink);
      long ours = send(house, drafts.size());
      plain += sendPlainly(drafts.subList(half, drafts.size()), atOnce, sink);
      return new Rates(drafts.size() / (ours / 1e9), drafts.size() / (plain / 1e9));
    }
  }

  /** Letters of a made-up business that have every word they need. */
  private List<LetterId> approved(House house, Path folder, int count) throws InterruptedException {
    Path files = folder.resolveSibling(folder.getFileName() + "-export");
    new MadeUpBusiness(count * 8 / 5 + 20, 1).write(files);
    house.intake().run(List.of(files), OnBadRows.REFUSE_THE_FILE, Progress.SILENT);
    house.drafts().composeAll(REQUEST, TODAY, Actor.PROGRAM, soFar -> {});
    List<LetterId> waiting = new ArrayList<>();
    house.reviews().ofAll(TODAY, review -> waiting.add(review.letter()));
    List<LetterId> approved = new ArrayList<>();
    ProgressLine line = new ProgressLine(spec.commandLine().getErr());
    for (int from = 0; from < waiting.size() && approved.size() < count; from += GROUP) {
      int to = Math.min(waiting.size(), from + Math.min(GROUP, count - approved.size()));
      List<LetterId> open = new ArrayList<>(waiting.subList(from, to));
      for (StaffId reader : READERS) {
        house
            .approvals()
            .approve(
                List.copyOf(open),
                new Approving(reader, "Read for the measurement.", ""),
                outcome -> {
                  if (outcome instanceof ApprovalOutcome.Approved) {
                    approved.add(outcome.letter());
                    open.remove(outcome.letter());
                  }
                });
      }
      line.show("%,d letters approved".formatted(approved.size()));
    }
    line.end();
    if (approved.isEmpty()) {
      throw new IllegalStateException("no letter of the made-up business was approved");
    }
    return approved;
  }

  private static List<PlainJakartaMail.Draft> drafts(House house, List<LetterId> ids) {
    List<PlainJakartaMail.Draft> drafts = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += GROUP) {
      house.drafts().load(ids.subList(from, Math.min(ids.size(), from + GROUP))).stream()
          .map(stored -> stored.letter())
          .map(BenchSendCommand::draft)
          .forEach(drafts::add);
    }
    return drafts;
  }

  private static PlainJakartaMail.Draft draft(Letter letter) {
    return PlainJakartaMail.Draft.of(letter, letter.head().recipient().email());
  }

  private static long send(House house, int count) {
    AtomicInteger sent = new AtomicInteger();
    long start = System.nanoTime();
    house
        .outbox()
        .sendApproved(
            null,
            Actor.of(SUPERVISOR),
            outcome -> {
              if (outcome instanceof SendOutcome.Sent) {
                sent.incrementAndGet();
              } else {
                throw new IllegalStateException(outcome.message());
              }
            });
    long nanos = System.nanoTime() - start;
    if (sent.get() != count) {
      throw new IllegalStateException("%d of %d letters were sent".formatted(sent.get(), count));
    }
    return nanos;
  }

  private static long sendPlainly(List<PlainJakartaMail.Draft> drafts, int atOnce, SmtpSink sink)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    long before = sink.messages();
    long start = System.nanoTime();
    for (int number = 0; number < atOnce; number++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    try (PlainJakartaMail mail =
                        new PlainJakartaMail(sink.address().host(), sink.address().port())) {
                      for (int at; (at = next.getAndIncrement()) < drafts.size(); ) {
                        mail.send(drafts.get(at));
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    long nanos = System.nanoTime() - start;
    if (sink.messages() - before != drafts.size()) {
      throw new IllegalStateException("plain Jakarta Mail did not send them all");
    }
    return nanos;
  }

  private void print(Rates close, Rates away, long peakHeap) {
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("letters", letters)
          .put("connections", connections)
          .put("letters_per_second", Math.round(close.ours()))
          .put("jakarta_mail_per_second", Math.round(close.plain()))
          .put("ratio", close.ratio())
          .put("round_trip_milliseconds", roundTrip)
          .put("far_letters_per_second", away.ours())
          .put("far_jakarta_mail_per_second", away.plain())
          .put("far_ratio", away.ratio())
          .put("peak_heap_megabytes", peakHeap);
      JsonOption.print(spec.commandLine().getOut(), node);
      return;
    }
    spec.commandLine()
        .getOut()
        .printf(
            """
            %,d letters over %d connections, each state on the disk: %,.0f/s
            plain Jakarta Mail, which keeps no record: %,.0f/s, so ratio %.2f
            at a round trip of %d ms over one connection: %.1f/s, plain Jakarta Mail %.1f/s, so ratio %.2f
            peak heap %,d MB
            """,
            letters,
            connections,
            close.ours(),
            close.plain(),
            close.ratio(),
            roundTrip,
            away.ours(),
            away.plain(),
            away.ratio(),
            peakHeap);
    spec.commandLine().getOut().flush();
  }
}
