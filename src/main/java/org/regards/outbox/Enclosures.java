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

  /**
   * The same letter brings the same bytes, as long as the stationery stays the same. What may have
   * arrived with another PDF does not go again under its Message-ID; what nobody can have got goes
   * with the new one.
   */
  Enclosing of(Claim claim, Letter letter) {
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
        case Printed.Pdf pdf -> {
          if (isOther(claim, Sha256.of(pdf.bytes()))) {
            return new Enclosing.Unprintable(other(claim));
          }
          attachments.add(
              new MailAttachment(pdfName(letter), PDF, AttachedContent.of(pdf.bytes())));
        }
      }
    }
    for (AttachedFile file : wanted.files()) {
      attachments.add(new MailAttachment(file.name(), file.mediaType(), content(file)));
    }
    return new Enclosing.Enclosed(attachments);
  }

  /** Notes the digest of what goes out first, before it can have arrived. */
  private boolean isOther(Claim claim, String sha256) {
    String known = database.read(handle -> new LetterPdfDao(handle).find(claim.delivery()));
    if (known.equals(sha256)) {
      return false;
    }
    if (claim.resent() && !known.isEmpty()) {
      return true;
    }
    database.note(
        handle -> {
          new LetterPdfDao(handle).note(claim, sha256);
          return claim;
        });
    return false;
  }

  private static String other(Claim claim) {
    return "its PDF would be another one than that which may have arrived, since the stationery or this program was changed. Put the stationery back and send it again, or say what you find: regards outbox resolve %s --delivered --as STAFF, or --resend, which sends it as it is now"
        .formatted(claim.letter());
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
