package org.regards.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Counsel;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.CustomerStatus;
import org.regards.customer.ErasureDao;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.EvidenceRoom;
import org.regards.hold.Hold;
import org.regards.hold.HoldId;
import org.regards.hold.HoldKind;
import org.regards.hold.HoldOrder;
import org.regards.hold.Holding;
import org.regards.hold.Holds;
import org.regards.intake.Import;
import org.regards.intake.ImportReport;
import org.regards.intake.OnBadRows;
import org.regards.intake.Orchard;
import org.regards.intake.Progress;
import org.regards.letter.Drafts;
import org.regards.letter.FileToAttach;
import org.regards.letter.FilesToAttach;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterFiles;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.task.Task;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import org.regards.task.Tasks;

/** Erasing a person from a store, whichever it is. */
abstract class ErasuresContract {
  private static final Instant NOW = Orchard.NOW;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final CustomerId AGNES = new CustomerId("C-1001");
  private static final StaffId SUPERVISOR = new StaffId("ss");
  private static final StaffId COUNSEL = new StaffId("ca");
  private static final StaffId OWNER = new StaffId("ow");
  private static final LetterId LETTER = new LetterId(1);

  /** What only she and her contacts say. */
  private static final List<String> HERS =
      List.of("agnes", "whitfield", "mouldy when I", "very own words");

  @TempDir Path folder;
  private Database database;
  private Holds holds;
  private Erasures erasures;

  abstract StoreLocation location(Path folder);

  abstract List<String> columns(Handle handle);

  /** Those of the store that this program writes itself. */
  abstract List<Path> files();

  @BeforeEach
  void open() {
    database = Database.open(location(folder));
    Orchard.importInto(database, folder.resolve("rejects"));
    Playbooks playbooks = new Playbooks(database);
    holds = new Holds(database, playbooks, new Dossiers(database));
    erasures =
        new Erasures(
            database,
            playbooks,
            new EvidenceRoom(database, folder.resolve("evidence")),
            folder.resolve("out"));
    LetterShelf.put(
        database,
        LETTER,
        SampleLetters.thankYou(
            new Recipient(
                AGNES,
                "Mrs Agnes Whitfield",
                "",
                SampleLetters.BELFAST,
                "agnes.whitfield@mail.example"),
            SampleLetters.MARA,
            LetterChannel.EMAIL));
    attach();
    putWordsOfLater();
    hold(HoldKind.STOP);
    holds.letPass(1, AGNES, OWNER, "refunds due", "her very own words", NOW);
    holds.lift(new HoldId(1), OWNER, "her very own words", NOW);
    Tasks tasks = new Tasks(database, playbooks);
    var task =
        tasks.open(
            new TaskOrder(
                TaskKind.INVESTIGATE,
                AGNES,
                "",
                "her very own words",
                TaskOrder.person(OWNER),
                TODAY),
            OWNER,
            NOW);
    tasks.close(task.id(), OWNER, "her very own words", NOW);
    tasks.of(AGNES).stream()
        .filter(Task::isOpen)
        .forEach(open -> tasks.close(open.id(), OWNER, "done", NOW));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void leavesNothingOfThePersonButTheKey() {
    assertThat(whereSheIs()).hasSizeGreaterThan(15);
    Dossier before = dossier();
    Erasing.Erased erased =
        (Erasing.Erased) erasures.erase(AGNES, OWNER, "request of 2 November", NOW);
    assertThat(whereSheIs()).isEmpty();
    assertThat(erased.report().rows())
        .containsEntry("name and addresses", 1)
        .containsEntry("contacts", before.interactions().size())
        .containsEntry("letters", 1)
        .containsEntry("names of attached files", 2)
        .containsEntry("attached files", 1)
        .containsKey("words in the audit trail");
    assertThat(erased.report().files()).isEmpty();
    Dossier after = dossier();
    assertThat(after.customer().status()).isEqualTo(CustomerStatus.DO_NOT_CONTACT);
    assertThat(after.orders()).hasSameSizeAs(before.orders());
    assertThat(LetterShelf.get(database, LETTER).letter().parts()).isEmpty();
    assertThat(new AuditTrail(database).verify().problems()).isEmpty();
    assertThat(new AuditTrail(database).of(AGNES)).isEmpty();
    assertThat(new AuditTrail(database).of("customer/C-1001"))
        .hasSize(1)
        .first()
        .extracting(entry -> String.valueOf(entry.deed()))
        .asString()
        .contains("ERASED", "request of 2 November");
  }

  /** Whoever adds a table with words of or about people says here that erasing knows of it. */
  @Test
  void knowsEveryColumnOfWords() {
    assertThat(
            database.read(this::columns).stream()
                .filter(
                    column ->
                        column.matches(
                            ".*\\.(reason|words|because|cause|message|warnings|about|asked|body|subject"
                                + "|description|note|text)"))
                .filter(column -> !column.startsWith("flyway")))
        .containsExactlyInAnyOrder(
            "approval.because",
            "approval.warnings",
            "audit_entry.because",
            "case_event.reason",
            "case_file.about",
            "case_file.asked",
            "counsel_word.because",
            "customer_order.description",
            "erasure.reason",
            "hand_over.because",
            "hold.cause",
            "hold_lift.reason",
            "hold_pass.reason",
            "incident_verdict.reason",
            "interaction.message",
            "interaction.subject",
            "invite_answer.cause",
            "invite_answer.words",
            "letter_body.body",
            "letter_event.reason",
            "policy_exception.because",
            "post_evidence.message",
            "queue_stop.reason",
            "reprint.reason",
            "store_restored.reason",
            "take_over.reason",
            "task.words",
            "task_done.words",
            "task_pass.reason");
  }

  @Test
  void leavesAllOthersAsTheyAre() {
    CustomerId other = new CustomerId("C-1002");
    Dossier before = dossier(other);
    erasures.erase(AGNES, OWNER, "request", NOW);
    assertThat(dossier(other)).isEqualTo(before);
  }

  @Test
  void takesAwayWhatIsWrittenAfterwards() {
    erasures.erase(AGNES, OWNER, "request", NOW);
    hold(HoldKind.PAUSE);
    assertThat(whereSheIs()).isNotEmpty();
    assertThat(erasures.erase(AGNES, OWNER, "again", NOW.plusSeconds(60)))
        .isInstanceOf(Erasing.Erased.class);
    assertThat(whereSheIs()).isEmpty();
    assertThat(new AuditTrail(database).verify().problems()).isEmpty();
    assertThat(new AuditTrail(database).of("customer/C-1001")).hasSize(2);
    assertThat(
            database.<String>read(
                handle -> new ErasureDao(handle).find(AGNES).orElseThrow().reason()))
        .isEqualTo("request");
  }

  @Test
  void leavesNothingInTheFilesOfTheStore() throws IOException {
    erasures.erase(AGNES, OWNER, "request", NOW);
    for (Path file : files()) {
      String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(HERS).as(file.toString()).noneMatch(words -> isIn(bytes, words));
    }
  }

  @Test
  void skipsWhoIsUnderALegalHold() {
    Hold legal = hold(HoldKind.LEGAL);
    assertThat(erasures.erase(AGNES, OWNER, "request", NOW)).isEqualTo(new Erasing.KeptBy(legal));
    assertThat(erasures.tryOut(AGNES, OWNER, "request", NOW)).isEqualTo(new Erasing.KeptBy(legal));
    assertThat(whereSheIs()).isNotEmpty();
    holds.lift(legal.id(), COUNSEL, "settled", NOW);
    assertThat(erasures.erase(AGNES, OWNER, "request", NOW)).isInstanceOf(Erasing.Erased.class);
  }

  @Test
  void skipsWhoHasAnnouncedALawsuitUntilCounselHasSpoken() {
    CustomerId threatening = new CustomerId("C-1004");
    assertThat(erasures.erase(threatening, OWNER, "request", NOW))
        .isEqualTo(
            new Erasing.KeptFor(
                "a lawsuit was announced (I-0009 on 17 November 2026). Keep it until that is over:"
                    + " regards hold C-1004 --kind legal; or counsel says that nothing of it is"
                    + " needed: regards counsel C-1004 allow --because REASON --as ca."));
    counsel(threatening, false, NOW);
    assertThat(kept(threatening)).startsWith("a lawsuit was announced");
    counsel(threatening, true, NOW.plusSeconds(1));
    assertThat(erasures.erase(threatening, OWNER, "request", NOW.plusSeconds(2)))
        .isInstanceOf(Erasing.Erased.class);
  }

  @Test
  void skipsWhomCounselSaidNoTo() {
    counsel(AGNES, false, NOW);
    assertThat(kept(AGNES))
        .isEqualTo(
            "counsel's no to every letter of 20 November 2026 stands. Keep it: regards hold C-1001"
                + " --kind legal; or counsel takes it back: regards counsel C-1001 allow --because"
                + " REASON --as ca.");
    counsel(AGNES, true, NOW.plusSeconds(1));
    assertThat(erasures.erase(AGNES, OWNER, "request", NOW.plusSeconds(2)))
        .isInstanceOf(Erasing.Erased.class);
  }

  @Test
  void skipsWhoseEvidenceIsStillToBeKept() {
    Tasks tasks = new Tasks(database, new Playbooks(database));
    var task =
        tasks.open(
            new TaskOrder(
                TaskKind.KEEP_EVIDENCE, AGNES, "", "all of it", TaskOrder.person(OWNER), TODAY),
            OWNER,
            NOW);
    assertThat(kept(AGNES))
        .isEqualTo(
            "%s is open: keep what proves it: messages, recordings, pictures, who was there. Keep it: regards hold C-1001 --kind legal; or close the task: regards task done %s."
                .formatted(task.id(), task.id()));
    tasks.close(task.id(), OWNER, "kept", NOW);
    assertThat(erasures.erase(AGNES, OWNER, "request", NOW)).isInstanceOf(Erasing.Erased.class);
  }

  @Test
  void refusesAReasonThatSaysWhoTheyWere() {
    for (String reason :
        List.of("Mrs WHITFIELD asked", "for agnes", "Agnes.Whitfield@mail.example")) {
      assertThat(erasures.erase(AGNES, OWNER, reason, NOW))
          .as(reason)
          .isInstanceOf(Erasing.ReasonNames.class);
    }
    assertThat(erasures.tryOut(AGNES, OWNER, "by Whitfield", NOW))
        .isEqualTo(new Erasing.ReasonNames("family name"));
    assertThat(erasures.erase(AGNES, OWNER, "whitfieldian", NOW))
        .isInstanceOf(Erasing.Erased.class);
  }

  @Test
  void waitsForALegalHoldThatIsBeingSet() throws Exception {
    Future<Erasing> erasing;
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      CountDownLatch locked = new CountDownLatch(1);
      erasing =
          other.submit(
              () -> {
                locked.await();
                return erasures.erase(AGNES, OWNER, "request", NOW);
              });
      database.write(
          handle -> {
            new CustomerDao(handle).lock(AGNES);
            locked.countDown();
            return handle.execute(
                """
                INSERT INTO hold (id, customer, kind, cause_record, cause, owner, set_by, set_at, due, releasers)
                VALUES (99, 'C-1001', 'legal', '', 'claim', 'ca', 'ca', '2026-11-20T09:00:00.000Z',
                        '2026-12-20', 'counsel')
                """);
          });
    }
    assertThat(erasing.get()).isInstanceOf(Erasing.KeptBy.class);
  }

  @Test
  void leavesNothingForALegalHoldToKeep() {
    erasures.erase(AGNES, OWNER, "request", NOW);
    HoldOrder order =
        new HoldOrder(
            AGNES, HoldKind.LEGAL, "", "claim", COUNSEL, COUNSEL, TODAY.plusDays(3), Set.of());
    assertThat(holds.set(order, NOW)).isInstanceOf(Holding.ErasedBefore.class);
  }

  @Test
  void triesOutWithoutChangingAnything() {
    List<String> before = whereSheIs();
    Erasing.WouldErase would = (Erasing.WouldErase) erasures.tryOut(AGNES, OWNER, "request", NOW);
    assertThat(whereSheIs()).isEqualTo(before);
    Erasing.Erased erased = (Erasing.Erased) erasures.erase(AGNES, OWNER, "request", NOW);
    assertThat(would.report()).isEqualTo(erased.report());
  }

  @Test
  void isForManagerAndOwner() {
    for (StaffId other : List.of(SUPERVISOR, COUNSEL)) {
      assertThat(erasures.erase(AGNES, other, "request", NOW))
          .isEqualTo(new Erasing.NotAllowed(Set.of(Role.MANAGER, Role.OWNER)));
    }
    assertThatThrownBy(() -> erasures.erase(new CustomerId("C-10"), OWNER, "x", NOW))
        .isInstanceOf(UnknownCustomerException.class);
  }

  @Test
  void removesTheFilesOfTheirLetters() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.eml"), "Dear Mrs Whitfield");
    Path picture = Files.createDirectory(folder.resolve("evidence")).resolve("E-1.png");
    Files.writeString(picture, "a post of Agnes's");
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest, message_id,
                                      server, reply, file, queued_at, changed_at)
                VALUES (900, 1, 'email', 'agnes.whitfield@mail.example', 'accepted', 1, '', '', '', '', ?,
                        '2026-11-20T09:00:00.000Z', '2026-11-20T09:00:00.000Z')
                """,
                file.toString()));
    Erasing.Erased erased = (Erasing.Erased) erasures.erase(AGNES, OWNER, "request", NOW);
    assertThat(erased.report().files()).containsExactly(file, picture);
    assertThat(file).doesNotExist();
    assertThat(picture).doesNotExist();
    assertThat(whereSheIs()).isEmpty();
  }

  @Test
  void removesPapersAndPreviewsOfTheirs() throws IOException {
    Path papers = Files.createDirectories(folder.resolve("out/papers"));
    Path preview = Files.createDirectories(folder.resolve("out/preview"));
    List<Path> hers =
        List.of(papers.resolve("legal-brief-C-1001-2026-11-20.pdf"), preview.resolve("L-1-2.png"));
    List<Path> others =
        List.of(
            papers.resolve("legal-brief-C-10011-2026-11-20.pdf"),
            papers.resolve("incident-log-all-2026-11-20.pdf"),
            preview.resolve("L-11-2.png"),
            folder.resolve("out/labels-l7160.pdf"));
    for (Path file : hers) {
      Files.writeString(file, "Agnes");
    }
    for (Path file : others) {
      Files.writeString(file, "somebody");
    }
    Erasing.Erased erased = (Erasing.Erased) erasures.erase(AGNES, OWNER, "request", NOW);
    assertThat(erased.report().files()).containsExactlyElementsOf(hers);
    assertThat(hers).noneMatch(Files::exists);
    assertThat(others).allMatch(Files::exists);
    assertThat(erased.report().byHand())
        .containsExactly(
            "envelopes and labels may show the customer: look through %s (1 file)"
                .formatted(folder.resolve("out").resolve("")),
            "papers on more than one customer may show the customer: look through %s (2 files)"
                .formatted(papers));
  }

  @Test
  void keepsWhichRulesWereAnsweredFor() {
    erasures.erase(AGNES, OWNER, "request", NOW);
    assertThat(
            database.<String>read(
                handle ->
                    handle
                        .createQuery("SELECT warnings || digest FROM approval WHERE letter = 1")
                        .mapTo(String.class)
                        .one()))
        .isEqualTo("R14;R15");
    assertThat(
            database.<String>read(
                handle ->
                    handle
                        .createQuery("SELECT digest FROM counsel_word WHERE id = 901")
                        .mapTo(String.class)
                        .one()))
        .isEmpty();
  }

  @Test
  void doesNotComeBackWithAnOldFile() {
    erasures.erase(AGNES, OWNER, "request", NOW);
    ImportReport again =
        new Import(database, InstantSource.fixed(NOW), folder.resolve("rejects"))
            .run(List.of(Orchard.FILES), OnBadRows.REFUSE_THE_FILE, Progress.SILENT);
    assertThat(again.tookAll()).isTrue();
    assertThat(whereSheIs()).isEmpty();
    assertThat(dossier().interactions()).isEmpty();
  }

  /** What people say of letters and see on the web. */
  private void putWordsOfLater() {
    String words = "her very own words";
    String at = "2026-11-20T09:00:00.000Z";
    database.write(
        handle -> {
          handle.execute(
              """
              INSERT INTO approval (id, letter, digest, verdict, staff, role, completes, because, warnings, said_at)
              VALUES (1, 1, 'd1', 'approved', 'ow', 'owner', 1, ?, 'R14;R15', ?)
              """,
              words,
              at);
          handle.execute(
              """
              INSERT INTO counsel_word (id, customer, letter, digest, verdict, staff, because, said_at)
              VALUES (901, 'C-1001', 1, 'd1', 'allowed', 'ca', ?, ?)
              """,
              words,
              at);
          handle.execute(
              """
              INSERT INTO policy_exception (id, letter, customer, policy, rule, most_minor, currency, staff,
                                            role, because, said_at)
              VALUES (1, 1, 'C-1001', 'R-1', 'POL-1', 100, 'GBP', 'ow', 'owner', ?, ?)
              """,
              words,
              at);
          handle.execute(
              """
              INSERT INTO hand_over (id, letter, from_staff, to_staff, not_before, staff, because, said_at)
              VALUES (1, 1, 'mk', 'ss', ?, 'ow', ?, ?)
              """,
              at,
              words,
              at);
          handle.execute(
              """
              INSERT INTO case_event (id, case_file, customer, kind, said_by, said_at, reason)
              VALUES (1, 'K-301', 'C-1001', 'closed', 'ow', ?, ?)
              """,
              at,
              words);
          handle.execute(
              """
              INSERT INTO invite_answer (id, letter, customer, kind, cause, words, taken_by, taken_at)
              VALUES (1, 1, 'C-1001', 'answered', '', ?, 'mk', ?)
              """,
              words,
              at);
          handle.execute(
              """
              INSERT INTO email_bounce (customer, address, fault, status, letter, source, marked_at)
              VALUES ('C-1001', 'agnes.whitfield@mail.example', 'moved', '5.1.6', 1, ?, ?)
              """,
              words,
              at);
          handle.execute(
              """
              INSERT INTO mail_filed (fingerprint, customer, kind, letter, filed_at)
              VALUES (?, 'C-1001', 'reply', 1, ?)
              """,
              words,
              at);
          handle.execute(
              """
              INSERT INTO delivery (id, letter, channel, recipient, state, attempt, digest, message_id,
                                    server, reply, file, queued_at, changed_at, heard)
              VALUES (9001, 1, 'email', 'agnes@elsewhere.example', 'bounced', 1, '', '', '', '', 'none',
                      ?, ?, ?)
              """,
              at,
              at,
              words);
          return handle.execute(
              """
              INSERT INTO post_evidence (number, customer, url, seen_at, message, file_name, file_digest,
                                         recorded_by, recorded_at, digest)
              VALUES (1, 'C-1001', 'https://forum.example/agnes', ?, ?, 'E-1.png', '', 'mk', ?, '')
              """,
              at,
              words,
              at);
        });
  }

  private void counsel(CustomerId customer, boolean allowed, Instant at) {
    Playbooks playbooks = new Playbooks(database);
    Drafts drafts =
        new Drafts(
            database,
            new Dossiers(database),
            playbooks,
            () -> {
              throw new IllegalStateException("no letter is composed here");
            },
            InstantSource.fixed(at));
    assertThat(
            new Counsel(database, drafts, playbooks, InstantSource.fixed(at))
                .say(customer, allowed, "as advised", COUNSEL))
        .isInstanceOf(Counsel.Outcome.Said.class);
  }

  private String kept(CustomerId customer) {
    return ((Erasing.KeptFor) erasures.erase(customer, OWNER, "request", NOW)).reason();
  }

  private Hold hold(HoldKind kind) {
    HoldOrder order =
        new HoldOrder(
            AGNES, kind, "", "her very own words", OWNER, OWNER, TODAY.plusDays(3), Set.of());
    return ((Holding.Held) holds.set(order, NOW)).hold();
  }

  /** One file that only her letter has, and one that goes with another's too. */
  private void attach() {
    LetterId other = new LetterId(LETTER.number() + 1_000);
    LetterShelf.put(database, other, SampleLetters.thankYou());
    LetterFiles files = new LetterFiles(database, () -> NOW, FilesToAttach.USUAL_LIMIT);
    FileToAttach hers = file("Agnes Whitfield.txt", "her very own words");
    FileToAttach everybodys = file("terms.txt", "for everybody");
    files.change(
        LETTER,
        new LetterFiles.Change(List.of(hers, everybodys), List.of(), true),
        Actor.of(OWNER));
    files.change(
        other, new LetterFiles.Change(List.of(everybodys), List.of(), false), Actor.of(OWNER));
  }

  private FileToAttach file(String name, String words) {
    try {
      Path file = Files.writeString(folder.resolve(name), words);
      FilesToAttach read = FilesToAttach.read(List.of(file), FilesToAttach.USUAL_LIMIT);
      Files.delete(file);
      return ((FilesToAttach.Read) read).files().getFirst();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private Dossier dossier() {
    return dossier(AGNES);
  }

  private Dossier dossier(CustomerId customer) {
    assertThat(database.<Boolean>read(handle -> new CustomerDao(handle).find(customer).isPresent()))
        .isTrue();
    return new Dossiers(database).of(customer, NOW).orElseThrow();
  }

  /** Every column of every table that holds words of hers. */
  private List<String> whereSheIs() {
    return database.read(
        handle -> {
          List<String> found = new ArrayList<>();
          for (String column : columns(handle)) {
            String[] parts = column.split("\\.");
            List<Map<String, Object>> rows =
                handle
                    .createQuery("SELECT %s AS cell FROM %s".formatted(parts[1], parts[0]))
                    .mapToMap()
                    .list();
            if (rows.stream().anyMatch(row -> isHers(String.valueOf(row.get("cell"))))) {
              found.add(column);
            }
          }
          return found;
        });
  }

  private static boolean isHers(String cell) {
    return HERS.stream().anyMatch(words -> isIn(cell, words));
  }

  private static boolean isIn(String text, String words) {
    return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
  }
}
