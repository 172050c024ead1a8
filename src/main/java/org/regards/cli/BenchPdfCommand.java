package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.Fonts;
import org.regards.pdf.Laid;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.PdfRunFile;
import org.regards.pdf.Printed;
import org.regards.pdf.Stationery;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards bench pdf}. */
@Command(
    name = "pdf",
    description =
        "Measure one letter of a page rendered many times on all processors: as files of its own,"
            + " then as one file that is written while the letters are laid out.",
    footer = {"", "Example:", "  regards bench pdf --letters 20000 --merged 100000 --out bench"})
final class BenchPdfCommand implements Callable<Integer> {
  /** Until the code that is measured has been compiled, as in a run of some seconds it will be. */
  private static final int WARM_UP = 15_000;

  private static final int MOST_KEPT = 100;

  private final BenchLetter letter = new BenchLetter();
  private final Fonts fonts = Fonts.builtIn();
  private final PdfPrinter printer = new PdfPrinter(Stationery.blank(), fonts);

  @Option(
      names = "--letters",
      paramLabel = "N",
      description = "How many letters to render singly. Default: 20000.")
  private int letters = 20_000;

  @Option(
      names = "--merged",
      paramLabel = "N",
      description = "How many to render into one file. Default: 40000.")
  private int merged = 40_000;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Keep the one file, and the first " + MOST_KEPT + " of the others, there.")
  private @Nullable Path out;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Mixin private JsonOption json;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    check("--letters", letters);
    check("--merged", merged);
    Path folder = out == null ? Path.of(System.getProperty("java.io.tmpdir")) : out;
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(".merged-%s.pdf.part".formatted(UUID.randomUUID()));
      try {
        measure(file);
        if (out != null) {
          Files.move(file, out.resolve("merged.pdf"), StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new BenchFolderException(folder, failure);
    }
    return HouseCommand.DONE;
  }

  private void measure(Path file) throws IOException, InterruptedException {
    renderSingly(Math.min(WARM_UP, 50L * letters));
    double single = perSecond(letters, renderSingly(letters));
    keepSingles();
    renderMerged(Math.min(WARM_UP, 50L * merged), file);
    System.gc();
    PeakHeap.reset();
    double together = perSecond(merged, renderMerged(merged, file));
    print(single, together, PeakHeap.megabytes(), Files.size(file));
  }

  private void check(String option, int number) {
    if (number < 1) {
      throw new ParameterException(
          spec.commandLine(), option + " must be positive, was: " + number);
    }
  }

  private static double perSecond(int count, long nanoseconds) {
    return count / (nanoseconds / 1e9);
  }

  private long renderSingly(long count) {
    long start = System.nanoTime();
    long pages =
        IntStream.range(0, Math.toIntExact(count))
            .parallel()
            .mapToLong(i -> single(i).pages())
            .sum();
    long time = System.nanoTime() - start;
    if (pages != count) {
      throw new IllegalStateException("a letter of one page took more: " + pages);
    }
    return time;
  }

  private Printed.Pdf single(int i) {
    return switch (printer.print(letter.to(i))) {
      case Printed.Pdf pdf -> pdf;
      case Printed.Refused refused ->
          throw new IllegalStateException("the letter to measure with: " + refused.reasons());
    };
  }

  private void keepSingles() {
    if (out != null) {
      for (int i = 0; i < Math.min(letters, MOST_KEPT); i++) {
        WholeFile.write(out.resolve("letter-%d.pdf".formatted(i)), single(i).bytes());
      }
    }
  }

  private long renderMerged(long count, Path file) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        PdfRunFile run =
            PdfRunFile.create(
                stream, "Letters to measure", BenchLetter.LANGUAGE, BenchLetter.DAY, fonts)) {
      printer.layAll(
          IntStream.range(0, Math.toIntExact(count)).iterator(),
          letter::to,
          (ignored, laid) -> add(laid, run));
    }
    return System.nanoTime() - start;
  }

  private static void add(Laid laid, PdfRunFile run) {
    switch (laid) {
      case Laid.Pages pages -> run.add(pages);
      case Laid.Refused refused ->
          throw new IllegalStateException("the letter to measure with: " + refused.reasons());
    }
  }

  private void print(double single, double together, long peakHeap, long size) {
    PrintWriter console = spec.commandLine().getOut();
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("letters", letters)
          .put("merged", merged)
          .put("single_letters_per_second", Math.round(single))
          .put("merged_letters_per_second", Math.round(together))
          .put("peak_heap_megabytes", peakHeap)
          .put("merged_bytes", size);
      JsonOption.print(console, node);
      return;
    }
    console.printf("single %.0f letters/s%n", single);
    console.printf("merged %.0f letters/s%n", together);
    console.printf("peak heap %d MB%n", peakHeap);
    console.flush();
  }
}
