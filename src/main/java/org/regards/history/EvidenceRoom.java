package org.regards.history;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.store.Database;
import org.regards.store.WholeFile;

/**
 * Keeps what was seen of somebody on the web: the row in the store, the picture in a folder. Either
 * shows what was changed later.
 */
public final class EvidenceRoom {
  /** Of a picture; a film belongs to the authorities. */
  private static final long LARGEST_FILE = 50L * 1024 * 1024;

  private static final int PAGE = 500;
  private static final int SHOWN_NEAR = 3;
  private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

  private final Database database;
  private final Path folder;

  /**
   * @param folder where the pictures are kept; made when it is first needed
   */
  public EvidenceRoom(Database database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * What somebody saw.
   *
   * @param text what it said, or empty
   * @param file a picture of it; a copy is kept
   */
  public record Sighting(CustomerId customer, URI url, Instant at, String text, Path file) {}

  /**
   * Keeps it.
   *
   * @throws UnusableEvidenceException when the address is none of the web, the moment has not come
   *     yet, or the file cannot be taken
   * @throws UnknownCustomerException when there is no such customer
   */
  public PostEvidence add(Sighting seen, StaffId by, Instant now) {
    check(seen, now);
    byte[] file = bytes(seen.file());
    String digest = PostEvidence.digest(file);
    return database.write(
        handle -> {
          CustomerDao customers = new CustomerDao(handle);
          if (customers.find(List.of(seen.customer())).isEmpty()) {
            throw new UnknownCustomerException(
                seen.customer(), customers.near(seen.customer().value(), SHOWN_NEAR));
          }
          EvidenceDao rows = new EvidenceDao(handle);
          long number = rows.nextNumber();
          PostEvidence evidence =
              new PostEvidence(
                  number,
                  seen.customer(),
                  seen.url(),
                  seen.at().truncatedTo(ChronoUnit.MILLIS),
                  seen.text(),
                  "E-%d-%s%s".formatted(number, digest.substring(0, 12), ending(seen.file())),
                  digest,
                  by,
                  now.truncatedTo(ChronoUnit.MILLIS));
          WholeFile.write(folder.resolve(evidence.fileName()), file);
          rows.insert(evidence);
          AuditTrail.add(
              handle,
              now,
              new Deed(
                  Actor.of(by),
                  Act.RECORDED,
                  evidence.record(),
                  seen.customer(),
                  "%s, sha-256 %s".formatted(evidence.url(), digest)));
          return evidence;
        });
  }

  /** All that was seen of a customer by a moment, oldest first. */
  public List<PostEvidence> of(CustomerId customer, Instant asOf) {
    return database.read(handle -> new EvidenceDao(handle).of(customer)).stream()
        .map(EvidenceDao.Kept::evidence)
        .filter(evidence -> !evidence.recordedAt().isAfter(asOf))
        .toList();
  }

  /** Compares all of a customer with what was kept. */
  public List<EvidenceCheck> verify(CustomerId customer) {
    return database.read(handle -> new EvidenceDao(handle).of(customer)).stream()
        .map(this::check)
        .toList();
  }

  /** Compares all there is with what was kept, oldest first, a page at a time. */
  public void verifyAll(Consumer<EvidenceCheck> hears) {
    long last = 0;
    while (true) {
      long from = last;
      List<EvidenceDao.Kept> page =
          database.read(handle -> new EvidenceDao(handle).after(from, PAGE));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(kept -> hears.accept(check(kept)));
      last = page.getLast().evidence().number();
    }
  }

  /** Where the pictures of a customer's posts lie. */
  public List<Path> pictures(Handle handle, CustomerId customer) {
    return new EvidenceDao(handle)
        .of(customer).stream().map(kept -> folder.resolve(kept.evidence().fileName())).toList();
  }

  /**
   * Takes away all rows on what was seen of a customer; the pictures stay. Within the caller's
   * transaction.
   *
   * @return how many there were
   */
  public static int erase(Handle handle, CustomerId customer) {
    return new EvidenceDao(handle).delete(customer);
  }

  private EvidenceCheck check(EvidenceDao.Kept kept) {
    PostEvidence evidence = kept.evidence();
    List<String> problems = new ArrayList<>();
    if (!evidence.digest().equals(kept.digest())) {
      problems.add("what the store says of it is not what was recorded");
    }
    Path file = folder.resolve(evidence.fileName());
    if (!Files.isRegularFile(file)) {
      problems.add("the file %s is gone".formatted(file));
      return new EvidenceCheck(evidence, problems);
    }
    String now = PostEvidence.digest(bytes(file));
    if (!now.equals(evidence.fileDigest())) {
      problems.add(
          "the file %s has been changed: its SHA-256 was %s and is %s"
              .formatted(file, evidence.fileDigest(), now));
    }
    return new EvidenceCheck(evidence, problems);
  }

  private static void check(Sighting seen, Instant now) {
    String scheme = String.valueOf(seen.url().getScheme()).toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http")) || seen.url().getHost() == null) {
      throw new UnusableEvidenceException(
          "%s is no address on the web; give all of it: https://…".formatted(seen.url()));
    }
    if (seen.at().isAfter(now)) {
      throw new UnusableEvidenceException(
          "It cannot have been seen at %s, which is still to come; say when it was, in UTC: --seen 2026-11-20T09:00:00Z"
              .formatted(seen.at()));
    }
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new UnusableEvidenceException(
            "%s is larger than 50 MB; take a picture of the page instead".formatted(file));
      }
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UnusableEvidenceException(
          "%s cannot be read: %s".formatted(file, WholeFile.reason(failure)));
    }
  }

  private static String ending(Path file) {
    Matcher ending = ENDING.matcher(String.valueOf(file.getFileName()));
    return ending.find() ? "." + ending.group(1).toLowerCase(Locale.ROOT) : "";
  }
}
