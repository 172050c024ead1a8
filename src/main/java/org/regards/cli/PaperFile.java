package org.regards.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.document.Document;
import org.regards.document.HtmlPage;
import org.regards.store.WholeFile;
import picocli.CommandLine.Option;

/** {@code --pdf} and {@code --html}: where a document is written. */
final class PaperFile {
  @Option(names = "--pdf", paramLabel = "FILE", description = "Write it as PDF.")
  private @Nullable Path pdf;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write it as a page for the browser.")
  private @Nullable Path html;

  boolean isNamed() {
    return pdf != null || html != null;
  }

  /** Writes the document to the files that were named; returns them. */
  List<Path> write(House house, Document document) {
    List<Path> written = new ArrayList<>();
    if (pdf != null) {
      WholeFile.write(pdf, house.printer().print(document));
      written.add(pdf);
    }
    if (html != null) {
      WholeFile.write(html, HtmlPage.of(document).getBytes(UTF_8));
      written.add(html);
    }
    return written;
  }

  /** The same, else as PDF to a file of this name among the papers. */
  List<Path> write(House house, Document document, String name) {
    if (isNamed()) {
      return write(house, document);
    }
    Path file =
        house.lettersFolder().resolve("papers").resolve(URLEncoder.encode(name, UTF_8) + ".pdf");
    WholeFile.write(file, house.printer().print(document));
    return List.of(file);
  }
}
