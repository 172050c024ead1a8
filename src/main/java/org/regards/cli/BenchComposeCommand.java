package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.regards.audit.Actor;
import org.regards.history.Dossier;
import org.regards.intake.FileReport;
import org.regards.intake.ImportReport;
import org.regards.intake.OnBadRows;
import org.regards.intake.Progress;
import org.regards.letter.DraftRun;
import org.regards.letter.LetterRequest;
import org.regards.letter.LetterType;
import org.regards.playbook.Business;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards bench compose}. */
@Command(
    name = "compose",
    description =
        "Measure import, dossiers, drafts and reviews in a store of N customers, and drafts in one"
            + " of 1,000 beside it, in one run.",
    footer = {"", "Example:", "  regards bench compose --customers 100000"})
final class BenchComposeCommand implements Callable<Integer> {
  private static final int SMALL = 1_000;
  private static final int WARM_UP_DAYS = 25;
  private static final int SMALL_DAYS = 15;
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
      names = "--customers",
      paramLabel = "N",
      description = "How many customers, with about ten history rows each. Default: 10000.")
  private int customers = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed makes other data. Default: 1.")
  private long seed = 1;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Mixin private JsonOption json;
  @Spec private CommandSpec spec;

  BenchComposeCommand(House.Door door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (customers < 1) {
      throw new ParameterException(
          spec.commandLine(), "--customers must be positive, was: " + customers);
    }
    Path folder = BenchFolder.make();
    try {
      // the small store warms the program up, and is measured when the large one has been
      try (House small = house(folder, "small")) {
        load(small, SMALL, folder);
        draft(small, 1, WARM_UP_DAYS);
        review(small);
        PeakHeap.reset();
        try (House large = house(folder, "large")) {
          Measures imported = load(large, customers, folder);
          Measures dossiers = readDossiers(large);
          Measures drafted = draft(large, 0, 1);
          Measures reviewed = review(large);
          long peakHeap = PeakHeap.megabytes();
          print(
              imported,
              dossiers,
              drafted,
              reviewed,
              draft(small, 1 + WARM_UP_DAYS, SMALL_DAYS),
              peakHeap);
        }
      }
    } finally {
      BenchFolder.remove(folder);
    }
    return HouseCommand.DONE;
  }

  /** An amount of work and the time it took. */
  private record Measures(long amount, Duration time) {
    double perSecond() {
      return amount / (time.toNanos() / 1e9);
    }
  }

  private House house(Path folder, String name) {
    makeFolder(folder);
    return door.open(
        HouseOptions.apart(
            folder.resolve(name + ".db").toString(), folder.resolve("out"), Business.unknown()));
  }

  private Measures load(House house, int count, Path folder) {
    Path files = folder.resolve("export-" + count);
    new MadeUpBusiness(count, seed).write(files);
    long start = System.nanoTime();
    ImportReport report =
        house.intake().run(List.of(files), OnBadRows.REFUSE_THE_FILE, Progress.SILENT);
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    long rows = 0;
    for (FileReport file : report.files()) {
      if (file instanceof FileReport.Taken taken) {
        rows += taken.rows();
      } else {
        throw new IllegalStateException("the made-up data was not taken: " + file);
      }
    }
    return new Measures(rows, time);
  }

  private static Measures readDossiers(House house) {
    AtomicLong rows = new AtomicLong();
    long start = System.nanoTime();
    house
        .dossiers()
        .forEachBatch(
            TODAY,
            500,
            batch -> {
              for (Dossier dossier : batch) {
                rows.addAndGet(
                    1L
                        + dossier.orders().size()
                        + dossier.interactions().size()
                        + dossier.cases().size());
              }
            });
    return new Measures(rows.get(), Duration.ofNanos(System.nanoTime() - start));
  }

  /** Drafts as of one or more days before today, a letter a day for each customer with a case. */
  private Measures draft(House house, int daysAgo, int days) throws InterruptedException {
    ProgressLine line = new ProgressLine(spec.commandLine().getErr());
    long drafted = 0;
    long start = System.nanoTime();
    for (int day = daysAgo; day < daysAgo + days; day++) {
      DraftRun.Result result =
          house
              .drafts()
              .composeAll(
                  REQUEST,
                  TODAY.minus(Duration.ofDays(day)),
                  Actor.PROGRAM,
                  soFar -> line.show("%,d drafts".formatted(soFar.drafted())));
      drafted += result.drafted();
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    line.end();
    return new Measures(drafted, time);
  }

  /** All drafts by all rules, with the records as they stand. */
  private static Measures review(House house) {
    AtomicLong letters = new AtomicLong();
    long start = System.nanoTime();
    house.reviews().ofAll(TODAY, review -> letters.incrementAndGet());
    return new Measures(letters.get(), Duration.ofNanos(System.nanoTime() - start));
  }

  private void print(
      Measures imported,
      Measures dossiers,
      Measures drafted,
      Measures reviewed,
      Measures small,
      long peakHeap) {
    // a letter is drafted and then reviewed: the times of both add up
    double both = 1 / (1 / drafted.perSecond() + 1 / reviewed.perSecond());
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("customers", customers)
          .put("imported_rows_per_second", Math.round(imported.perSecond()))
          .put("dossier_rows_per_second", Math.round(dossiers.perSecond()))
          .put("letters_per_second", Math.round(drafted.perSecond()))
          .put("reviews_per_second", Math.round(reviewed.perSecond()))
          .put("reviewed_letters_per_second", Math.round(both))
          .put("letters_per_second_of_1000", Math.round(small.perSecond()))
          .put("peak_heap_megabytes", peakHeap);
      JsonOption.print(spec.commandLine().getOut(), node);
      return;
    }
    spec.commandLine()
        .getOut()
        .printf(
            """
            %,d customers, %,d rows in all
            import     %,.0f rows/s
            dossiers   %,.0f rows/s
            drafts     %,.0f letters/s (%,d letters)
            reviews    %,.0f letters/s, so from history to reviewed letter %,.0f letters/s
            drafts in a store of 1,000 customers: %,.0f letters/s, so ratio %.2f
            peak heap  %,d MB
            """,
            customers,
            imported.amount(),
            imported.perSecond(),
            dossiers.perSecond(),
            drafted.perSecond(),
            drafted.amount(),
            reviewed.perSecond(),
            both,
            small.perSecond(),
            drafted.perSecond() / small.perSecond(),
            peakHeap);
    spec.commandLine().getOut().flush();
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
