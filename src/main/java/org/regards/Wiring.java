package org.regards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Approvals;
import org.regards.approval.Counsel;
import org.regards.approval.Exceptions;
import org.regards.approval.HandOvers;
import org.regards.approval.WaitingLetters;
import org.regards.audit.AuditTrail;
import org.regards.cli.House;
import org.regards.cli.HouseOptions;
import org.regards.doctor.Doctor;
import org.regards.doctor.NameServers;
import org.regards.erasure.Erasures;
import org.regards.history.Dossiers;
import org.regards.history.EvidenceRoom;
import org.regards.hold.Holds;
import org.regards.hold.TakeOvers;
import org.regards.intake.Import;
import org.regards.language.LetterLanguage;
import org.regards.letter.Composer;
import org.regards.letter.Drafts;
import org.regards.letter.LetterCode;
import org.regards.letter.LetterFiles;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.mail.Finding;
import org.regards.mail.FormRules;
import org.regards.mail.FormRulesSettings;
import org.regards.mail.MailForm;
import org.regards.mail.MailServer;
import org.regards.mail.MailSettings;
import org.regards.mail.Postbox;
import org.regards.mail.Sandbox;
import org.regards.mail.SmtpPostbox;
import org.regards.mailbox.Filing;
import org.regards.mailbox.ImapServer;
import org.regards.mailbox.ImapSettings;
import org.regards.mailbox.Mailbox;
import org.regards.mailbox.Mailroom;
import org.regards.outbox.Addressees;
import org.regards.outbox.BouncedAddresses;
import org.regards.outbox.LetterSource;
import org.regards.outbox.Outbox;
import org.regards.outbox.OutboxLook;
import org.regards.outbox.PostLines;
import org.regards.outbox.PrintRoom;
import org.regards.outbox.PrintRuns;
import org.regards.outbox.SentLetters;
import org.regards.outbox.Tempo;
import org.regards.outbox.WorkerRules;
import org.regards.outcome.Answers;
import org.regards.outcome.Cases;
import org.regards.pdf.CardSpecimen;
import org.regards.pdf.EnvelopePrinter;
import org.regards.pdf.Fonts;
import org.regards.pdf.LabelPrinter;
import org.regards.pdf.MailCodes;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.playbook.Business;
import org.regards.playbook.Playbooks;
import org.regards.report.Papers;
import org.regards.report.Reports;
import org.regards.review.Reviews;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.task.IncidentDesk;
import org.regards.task.Tasks;
import org.regards.template.TemplateFolder;

/** Picks the parts by the settings and puts them together: the one place that knows all of them. */
final class Wiring implements House {
  private static final InstantSource CLOCK = InstantSource.system();

  private static final String USUAL_STORE = "regards.db";

  private final Settings settings;
  private final HouseOptions options;
  private final Business business;
  private @Nullable Database database;
  private @Nullable Dossiers dossiers;
  private @Nullable LetterCode letterCode;
  private @Nullable Composer composer;
  private @Nullable Postbox sandbox;
  private @Nullable PdfPrinter printer;
  private @Nullable MailForm mailForm;

  private Wiring(Settings settings, HouseOptions options) {
    this.settings = settings;
    this.options = options;
    this.business = options.business() == null ? settings.business() : options.business();
  }

  /** Opens the house with the settings of the working folder. */
  static House open(HouseOptions options) {
    return open(options, Path.of(""), System.getenv());
  }

  static House open(HouseOptions options, Path workingFolder, Map<String, String> environment) {
    Settings settings =
        options.isApart()
            ? new Settings(
                workingFolder, Map.of("REGARDS_OUTBOX_MACHINE_FOLDER", DispatchSettings.NONE))
            : Settings.read(workingFolder, environment);
    return new Wiring(settings, options);
  }

  /** Opened when first asked for: listing templates or drawing a window needs no store. */
  private Database database() {
    if (database == null) {
      StoreLocation location = location();
      database = options.mayMakeStore() ? Database.open(location) : Database.openExisting(location);
    }
    return database;
  }

  private WorkerRules sharing() {
    WorkerRules rules = new DispatchSettings(settings).sharing();
    return location() instanceof StoreLocation.SqliteFile ? rules : rules.onServer();
  }

  private StoreLocation location() {
    String store = options.store();
    if (store == null) {
      store = settings.value("store").isEmpty() ? USUAL_STORE : settings.value("store");
    }
    return StoreLocation.of(store);
  }

  /** Whether there is one, or one is named that should be there. */
  private boolean hasStore() {
    boolean named = options.store() != null || !settings.value("store").isEmpty();
    return named || Files.exists(Path.of(USUAL_STORE));
  }

  /** A message can be explained without a store; one that is named but not there is a mistake. */
  @Override
  public Mailroom mailroom() {
    return hasStore() ? Mailroom.of(new SentLetters(database())) : Mailroom.withoutStore();
  }

  @Override
  public Filing filing() {
    return new Filing(database(), ourAddresses(), CLOCK);
  }

  /** Those of the business that belong to no member of staff. */
  private Set<String> ourAddresses() {
    return new HashSet<>(
        List.of(
            business.email(),
            settings.value("imap.user"),
            settings.value("smtp.user"),
            settings.value("mail.reply_to"),
            settings.value("mail.archive")));
  }

  @Override
  public Optional<Mailbox> mailbox() {
    return imapServer().map(server -> new Mailbox(database(), server, filing(), CLOCK));
  }

  private Optional<ImapServer> imapServer() {
    return ImapSettings.read(settings.values(), settings.workingFolder(), CLOCK);
  }

  @Override
  public BouncedAddresses bouncedAddresses() {
    return new BouncedAddresses(database());
  }

  @Override
  public Import intake() {
    return new Import(database(), CLOCK, lettersFolder().resolve("rejects"));
  }

  @Override
  public Dossiers dossiers() {
    if (dossiers == null) {
      dossiers = new Dossiers(database());
    }
    return dossiers;
  }

  @Override
  public Composer composer() {
    if (composer == null) {
      composer =
          new Composer(TemplateFolder.open(templateFolders(), TemplateFolder.TIME_LIMIT), business);
    }
    return composer;
  }

  @Override
  public Drafts drafts() {
    return new Drafts(database(), dossiers(), playbooks(), this::composer, CLOCK);
  }

  @Override
  public LetterFiles letterFiles() {
    return new LetterFiles(database(), CLOCK, new FormSettings(settings).attachmentLimit());
  }

  @Override
  public Outbox outbox() {
    return new Outbox(
        database(),
        letterSource(),
        this::lines,
        this::tempo,
        sharing(),
        this::printer,
        lettersFolder(),
        CLOCK);
  }

  @Override
  public Approvals approvals() {
    return new Approvals(database(), drafts(), dossiers(), playbooks(), reviews()::of, CLOCK);
  }

  @Override
  public HandOvers handOvers() {
    return new HandOvers(database(), CLOCK);
  }

  @Override
  public Exceptions exceptions() {
    return new Exceptions(database(), CLOCK);
  }

  @Override
  public Counsel counsel() {
    return new Counsel(database(), drafts(), playbooks(), CLOCK);
  }

  @Override
  public WaitingLetters waitingLetters() {
    return new WaitingLetters(database(), CLOCK);
  }

  @Override
  public PrintRuns printRuns() {
    PrintRoom room =
        new PrintRoom(
            lettersFolder().resolve("runs"),
            business.address().country(),
            System.getProperty("user.name", "somebody"));
    return new PrintRuns(database(), letterSource(), this::printer, room, CLOCK);
  }

  private LetterSource letterSource() {
    Drafts drafts = drafts();
    return new LetterSource() {
      @Override
      public StoredLetter get(LetterId id) {
        return drafts.get(id);
      }

      @Override
      public List<StoredLetter> load(List<LetterId> ids) {
        return drafts.load(ids);
      }
    };
  }

  @Override
  public CardSpecimen specimen() {
    return new CardSpecimen(stationery(), fonts());
  }

  @Override
  public synchronized LetterCode letterCode() {
    if (letterCode == null) {
      letterCode = new LetterCode(database());
    }
    return letterCode;
  }

  @Override
  public Addressees addressees() {
    LetterLanguage otherwise =
        LetterLanguage.of(business.documentsLanguage()).orElse(LetterLanguage.EN_GB);
    return new Addressees(
        database(), letterSource(), this::codes, business.address().country(), otherwise, CLOCK);
  }

  @Override
  public EnvelopePrinter envelopes() {
    return new EnvelopePrinter(stationery(), fonts());
  }

  @Override
  public LabelPrinter labels() {
    return new LabelPrinter(stationery(), fonts());
  }

  @Override
  public Playbooks playbooks() {
    return new Playbooks(database());
  }

  @Override
  public IncidentDesk incidents() {
    return new IncidentDesk(database(), playbooks());
  }

  @Override
  public EvidenceRoom evidence() {
    return new EvidenceRoom(database(), lettersFolder().resolve("evidence"));
  }

  @Override
  public Papers papers() {
    return new Papers(
        dossiers(),
        playbooks(),
        evidence(),
        holds(),
        tasks(),
        counsel(),
        new AuditTrail(database()));
  }

  @Override
  public Reports reports() {
    return new Reports(database(), dossiers(), playbooks());
  }

  @Override
  public Business business() {
    return business;
  }

  @Override
  public Holds holds() {
    return new Holds(database(), playbooks(), dossiers());
  }

  @Override
  public TakeOvers takeOvers() {
    return new TakeOvers(database(), playbooks(), holds());
  }

  @Override
  public Tasks tasks() {
    return new Tasks(database(), playbooks());
  }

  @Override
  public Cases cases() {
    return new Cases(database());
  }

  @Override
  public Answers answers() {
    return new Answers(database());
  }

  @Override
  public Erasures erasures() {
    return new Erasures(database(), playbooks(), evidence(), lettersFolder());
  }

  @Override
  public AuditTrail auditTrail() {
    return new AuditTrail(database());
  }

  @Override
  public Reviews reviews() {
    return new Reviews(database(), drafts(), dossiers(), playbooks(), business, counsel());
  }

  @Override
  public InstantSource clock() {
    return CLOCK;
  }

  @Override
  public Path lettersFolder() {
    Path out = options.out();
    return out == null ? settings.path("out", "letters-out") : out;
  }

  @Override
  public void close() {
    if (sandbox != null) {
      sandbox.close();
    }
    if (database != null) {
      database.close();
    }
  }

  /** The user's own templates first, then those of the program. */
  private List<Path> templateFolders() {
    List<Path> folders = new ArrayList<>();
    Path own = options.templates();
    if (own != null) {
      folders.add(own);
    } else if (!settings.value("templates").isEmpty()) {
      folders.add(settings.path("templates", ""));
    }
    Path shipped = Path.of(System.getProperty("regards.home", "")).resolve("templates");
    if (folders.isEmpty() || Files.isDirectory(shipped)) {
      folders.add(shipped);
    }
    return folders;
  }

  private Tempo tempo() {
    return new DispatchSettings(settings).tempo(MailSettings.limits(settings.values()));
  }

  /** The mail server's settings are read when the first letter is sent: paper needs none. */
  private PostLines lines() {
    MailForm form = mailForm();
    MailServer apart = options.server();
    if (apart != null) {
      return new PostLines(form, () -> new SmtpPostbox(apart), options.connections(), true);
    }
    int connections = tempo().limits().server().connections();
    return MailSettings.read(settings.values(), settings.workingFolder(), CLOCK)
        .map(server -> new PostLines(form, () -> new SmtpPostbox(server), connections, true))
        .orElseGet(() -> new PostLines(form, this::sandbox, 1, false));
  }

  @Override
  public MailForm mailForm() {
    if (mailForm == null) {
      mailForm = MailForm.of(formRules());
    }
    return mailForm;
  }

  private FormRules formRules() {
    return FormRulesSettings.read(settings.values(), settings.workingFolder());
  }

  private Postbox sandbox() {
    if (sandbox == null) {
      sandbox = new Sandbox(lettersFolder().resolve("sandbox"));
    }
    return sandbox;
  }

  /** Asks for the store only if there is one: mail is set up before the first import. */
  @Override
  public Doctor doctor() {
    return new Doctor(
        new Doctor.Parts(
            () -> MailSettings.read(settings.values(), settings.workingFolder(), CLOCK),
            this::senders,
            () -> Optional.ofNullable(formRules().dkim()),
            SmtpPostbox::new,
            () -> OutboxLook.of(database()),
            this::mailboxFindings),
        NameServers.ofThisMachine(),
        CLOCK);
  }

  private List<Finding> mailboxFindings() {
    return imapServer()
        .map(
            server ->
                switch (Mailbox.check(server)) {
                  case Mailbox.Reading.Done ignored ->
                      Finding.fine("mailbox", "%s lets us read it.".formatted(server));
                  case Mailbox.Reading.Failed failed -> Finding.wrong("mailbox", failed.reason());
                })
        .stream()
        .toList();
  }

  private List<String> senders() {
    List<String> senders = new ArrayList<>(List.of(settings.value("business.email")));
    if (hasStore()) {
      playbooks().load().staff().forEach(member -> senders.add(member.email()));
    }
    return senders;
  }

  /** Fonts are read when the first letter is printed: mail needs none. */
  @Override
  public PdfPrinter printer() {
    if (printer == null) {
      printer = new PdfPrinter(stationery(), fonts(), this::codes);
    }
    return printer;
  }

  private Stationery stationery() {
    return Stationery.of(business)
        .with(new PaperSettings(settings).paper())
        .with(new LookSettings(settings).look())
        .with(new CodeSettings(settings).wanted())
        .with(options.cards(new CardSettings(settings).stock()));
  }

  private Fonts fonts() {
    return options.isApart()
        ? Fonts.builtIn()
        : Fonts.withFolder(settings.path("fonts", "fonts"), new LookSettings(settings).fonts());
  }

  /** The key of the codes is made with the first that is wanted, not before. */
  private MailCodes codes(LetterId letter) {
    return new MailCodes(
        new CodeSettings(settings).wanted().qr() ? letterCode().of(letter) : "", letter.number());
  }
}
