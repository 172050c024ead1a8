package org.regards.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.letter.FileToAttach;
import org.regards.letter.FilesToAttach;
import picocli.CommandLine.Option;

/** {@code --attach} and {@code --with-pdf}. */
final class AttachOptions {
  @Option(
      names = "--attach",
      paramLabel = "FILE",
      description =
          "A file that goes with the email; may be repeated. It is kept as it is now, and approved"
              + " with the letter.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--with-pdf",
      description = "The letter itself goes with the email as a PDF, made when it leaves.")
  private boolean pdf;

  boolean withPdf() {
    return pdf;
  }

  boolean isEmpty() {
    return files.isEmpty() && !pdf;
  }

  /** The files with their bytes; empty when some cannot go, which is said then. */
  Optional<List<FileToAttach>> read(long limit, PrintWriter err) {
    return switch (FilesToAttach.read(files, limit)) {
      case FilesToAttach.Read read -> Optional.of(read.files());
      case FilesToAttach.Refused refused -> {
        err.println("Nothing was attached:");
        refused.problems().forEach(problem -> err.println("  " + TerminalText.line(problem)));
        yield Optional.empty();
      }
    };
  }
}
