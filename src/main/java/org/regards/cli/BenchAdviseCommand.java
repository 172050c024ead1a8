package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.regards.intake.OnBadRows;
import org.regards.intake.Progress;
import org.regards.playbook.Business;
import org.regards.triage.AdviceRun;
import org.regards.triage.Move;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards bench advise}. */
@Command(
    name = "advise",
    description = "Measure advice for all customers of a made-up store of N.",
    footer = {"", "Example:", "  regards bench advise --customers 100000"})
final class BenchAdviseCommand implements Callable<Integer> {
  private static final Instant TODAY = Instant.parse("2026-11-20T09:00:00Z");

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

  BenchAdviseCommand(House.Door door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (customers < 1) {
      throw new ParameterException(
          spec.commandLine(), "--customers must be positive, was: " + customers);
    }
    Path folder = BenchFolder.make();
    try (House house =
        door.open(
            HouseOptions.apart(
                folder.resolve("advise.db").toString(),
                folder.resolve("out"),
                Business.unknown()))) {
      Path files = folder.resolve("export");
      new MadeUpBusiness(customers, seed).write(files);
      house.intake().run(List.of(files), OnBadRows.REFUSE_THE_FILE, Progress.SILENT);
      AtomicLong called = new AtomicLong();
      PeakHeap.reset();
      long start = System.nanoTime();
      new AdviceRun(house.dossiers(), house.playbooks())
          .run(
              TODAY,
              advice -> {
                if (!advice.move().equals(Move.nothing())) {
                  called.incrementAndGet();
                }
              });
      print(Duration.ofNanos(System.nanoTime() - start), called.get(), PeakHeap.megabytes());
    } finally {
      BenchFolder.remove(folder);
    }
    return HouseCommand.DONE;
  }

  private void print(Duration time, long called, long peakHeap) {
    double seconds = time.toNanos() / 1e9;
    if (json.wanted()) {
      JsonOption.print(
          spec.commandLine().getOut(),
          JsonNodeFactory.instance
              .objectNode()
              .put("customers", customers)
              .put("seconds", Math.round(seconds * 100) / 100.0)
              .put("customers_per_second", Math.round(customers / seconds))
              .put("peak_heap_megabytes", peakHeap));
      return;
    }
    spec.commandLine()
        .getOut()
        .printf(
            "advice     %,.0f customers/s (%,d in %.1f s, something to do for %,d)%npeak heap  %,d"
                + " MB%n",
            customers / seconds, customers, seconds, called, peakHeap);
  }
}
