package org.regards.outbox;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.regards.letter.AttachedFile;
import org.regards.letter.Attachments;
import org.regards.letter.Letter;
import org.regards.letter.LetterFiles;
import org.regards.mail.AttachedContent;
import org.regards.mail.MailAttachment;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.PrintRefusal;
import org.regards.pdf.Printed;
import org.regards.store.Database;

/**
 * What goes out with letters. Letters with the same file share its bytes while they are on their
 * way. For any number of threads.
 */
final class Enclosures {
  private static final String PDF = "application/pdf";

  private final Database database;
  private final Supplier<PdfPrinter> printer;
  private final Map<String, WeakReference<AttachedContent>> contents = new ConcurrentHashMap<>();

  /**
   * @param printer asked for when the first letter goes out with itself as a PDF
   */
  Enclosures(Database database, Supplier<PdfPrinter> printer) {
    this.database = database;
    this.printer = printer;
  }

  /** The same letter brings the same bytes, as long as the stationery stays the same. */
  Enclosing of(Letter letter) {
    Attachments wanted = letter.head().attachments();
    if (wanted.isEmpty()) {
      return Enclosing.Enclosed.NOTHING;
    }
    List<MailAttachment> attachments = new ArrayList<>();
    if (wanted.asPdf()) {
      switch (printer.get().print(letter)) {
        case Printed.Refused refused -> {
          return new Enclosing.Unprintable(unprintable(refused.reasons()));
        }
        case Printed.Pdf pdf ->
            attachments.add(
                new MailAttachment(pdfName(letter), PDF, AttachedContent.of(pdf.bytes())));
      }
    }
    for (AttachedFile file : wanted.files()) {
      attachments.add(new MailAttachment(file.name(), file.mediaType(), content(file)));
    }
    return new Enclosing.Enclosed(attachments);
  }

  private static String unprintable(List<PrintRefusal> reasons) {
    return reasons.stream()
        .map(PrintRefusal::message)
        .collect(Collectors.joining("; ", "it cannot be made a PDF: ", ""));
  }

  /** What a recipient takes it for among their files. */
  private static String pdfName(Letter letter) {
    String word =
        switch (letter.head().language()) {
          case EN_GB, EN_US -> "Letter";
          case DE_DE -> "Brief";
          case FR_FR -> "Lettre";
          case ES_ES -> "Carta";
        };
    return "%s %s.pdf".formatted(word, letter.head().date());
  }

  private AttachedContent content(AttachedFile file) {
    WeakReference<AttachedContent> known = contents.get(file.sha256());
    AttachedContent content = known == null ? null : known.get();
    if (content == null) {
      content =
          AttachedContent.of(
              () -> database.read(handle -> LetterFiles.content(handle, file)),
              Math.toIntExact(file.size()));
      contents.put(file.sha256(), new WeakReference<>(content));
    }
    return content;
  }
}
