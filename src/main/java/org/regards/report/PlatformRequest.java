package org.regards.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regards.approval.CounselWord;
import org.regards.customer.StaffId;
import org.regards.document.Cell;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.PostEvidence;
import org.regards.history.Tag;
import org.regards.playbook.Business;
import org.regards.playbook.StaffMember;

/**
 * A request to those who run a site to look at posts against their own rule.
 *
 * @param rule of the site, as it words it, with its number or address
 * @param facts what happened, without judgement; may be empty
 * @param contact of ours, whom the site can ask
 */
public record PlatformRequest(String rule, String facts, StaffMember contact) {
  private static final Pattern LIBEL =
      Pattern.compile(
          "\\b(libel\\w*|slander\\w*|defam\\w*|verleumd\\w*|diffam\\w*|difam\\w*|calumni\\w*|injuri\\w*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  /** Asking for less than a look at the rule would be asking to silence an opinion. */
  private static final Pattern SILENCING =
      Pattern.compile(
          "\\b(remove|delete|take (it |them )?down|hide|suppress|silence|erase)\\b[^.]*"
              + "\\b(reviews?|ratings?|stars?|opinions?|criticism|complaints?|feedback)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST_RULE = 8;

  /** What became of it. */
  public sealed interface Outcome {
    record Written(Document document) implements Outcome {}

    /**
     * It is not written.
     *
     * @param reasons all of them
     */
    record Refused(List<String> reasons) implements Outcome {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * Writes it, or says why not.
   *
   * @param counsel the last word of counsel on such a request, or null when there is none
   */
  Outcome of(CustomerFile file, Business business, @Nullable CounselWord counsel, StaffId writer) {
    List<String> reasons = reasonsAgainst(file, counsel);
    boolean byCounsel = counsel != null && counsel.by().equals(writer);
    if (!byCounsel && LIBEL.matcher(rule + "\n" + facts).find()) {
      reasons.add(
          "it speaks of libel or the like; say what was posted and when, or let counsel write it");
    }
    return counsel != null && reasons.isEmpty()
        ? new Outcome.Written(document(file, business, counsel))
        : new Outcome.Refused(reasons);
  }

  private List<String> reasonsAgainst(CustomerFile file, @Nullable CounselWord counsel) {
    List<String> reasons = new ArrayList<>();
    String customer = file.dossier().customer().id().value();
    if (counsel == null) {
      reasons.add(
          "counsel has not released it; they do so with: regards counsel %s allow --for platform-request --because … --as STAFF"
              .formatted(customer));
    } else if (!counsel.allowed()) {
      reasons.add(
          "counsel (%s) has stopped a platform-request about %s: %s"
              .formatted(counsel.by(), customer, counsel.because()));
    }
    if (rule.strip().length() < SHORTEST_RULE) {
      reasons.add(
          "it cites no rule of the site; a post that breaks none is an opinion, and stays: --rule"
              + " \"Community rule 3: no harassment of other members\"");
    }
    if (file.seen().isEmpty()) {
      reasons.add(
          "nothing is kept of the posts; keep each first: regards evidence add %s --url … --seen … --file …"
              .formatted(customer));
    }
    if (file.incidents().stream()
        .noneMatch(contact -> contact.tags().stream().anyMatch(PlatformRequest::isAgainstPeople))) {
      reasons.add(
          "no contact of %s is marked as harassment, abuse or a threat: an honest opinion, however hard, is not for a site to review"
              .formatted(customer));
    }
    if (SILENCING.matcher(facts).find()) {
      reasons.add(
          "it asks to take away an opinion; ask the site to look at the posts by its own rule");
    }
    return reasons;
  }

  private static boolean isAgainstPeople(Tag tag) {
    return tag.isConduct();
  }

  private Document document(CustomerFile file, Business business, CounselWord counsel) {
    List<Element> elements = new ArrayList<>();
    LocalDate day = file.today();
    elements.add(
        new Element.Paragraph(
            "We ask you to look at the posts below by your own rule, and to decide as you see"
                + " fit."));
    elements.add(new Element.Heading("The posts"));
    elements.add(
        new Table(
            "posts",
            "",
            Table.columns("address", "seen", "our evidence"),
            file.seen().stream().map(PlatformRequest::row).toList()));
    elements.add(new Element.Heading("The rule"));
    elements.add(new Element.Paragraph(rule.strip()));
    elements.add(new Element.Heading("What they say"));
    for (PostEvidence seen : file.seen()) {
      if (!seen.text().isBlank()) {
        elements.add(
            new Element.Quote(
                seen.text(),
                "%s, seen %s".formatted(seen.url(), CustomerFile.moment(seen.seenAt()))));
      }
    }
    if (!facts.isBlank()) {
      elements.add(new Element.Paragraph(facts.strip()));
    }
    elements.add(new Element.Heading("What we ask"));
    elements.add(
        new Element.Paragraph(
            "Please review these posts by the rule above and tell us what you decided. We do not"
                + " ask you to take down criticism of us or of what we sell."));
    elements.add(new Element.Heading("Whom to ask"));
    elements.add(
        Element.Facts.of(
            "name",
            contact.name(),
            "of",
            business.name(),
            "email",
            contact.email().isBlank() ? business.email() : contact.email(),
            "phone",
            contact.phone().isBlank() ? business.phone() : contact.phone()));
    elements.add(
        new Element.Remark(
            "The pictures and their SHA-256 are at hand. Released by counsel (%s) on %s."
                .formatted(counsel.by(), Period.day(counsel.at()))));
    return Redaction.of(file).of(new Document("Request to review posts", "", "", day, elements));
  }

  private static List<Cell> row(PostEvidence seen) {
    return List.of(
        Cell.of(seen.url().toString()),
        Cell.of(CustomerFile.moment(seen.seenAt())),
        Cell.of("%s, SHA-256 %s".formatted(seen.id(), seen.fileDigest())));
  }
}
