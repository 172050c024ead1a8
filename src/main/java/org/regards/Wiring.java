package org.regards;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regards.cli.House;
import org.regards.cli.HouseOptions;
import org.regards.history.Dossiers;
import org.regards.history.Incidents;
import org.regards.intake.Import;
import org.regards.letter.Composer;
import org.regards.letter.Drafts;
import org.regards.mail.MailSettings;
import org.regards.mail.Postbox;
import org.regards.mail.Sandbox;
import org.regards.mail.SmtpPostbox;
import org.regards.outbox.Outbox;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.playbook.Business;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.template.TemplateFolder;

/** Picks the parts by the settings and puts them together: the one place that knows all of them. */
final class Wiring implements House {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Settings settings;
  private final HouseOptions options;
  private final Business business;
  private @Nullable Database database;
  private @Nullable Dossiers dossiers;
  private @Nullable Composer composer;
  private @Nullable Postbox postbox;
  private @Nullable PdfPrinter printer;

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
            ? new Settings(workingFolder, Map.of())
            : Settings.read(workingFolder, environment);
    return new Wiring(settings, options);
  }

  /** Opened when first asked for: listing templates or drawing a window needs no store. */
  private Database database() {
    if (database == null) {
      String store = options.store();
      if (store == null) {
        store = settings.value("store").isEmpty() ? "regards.db" : settings.value("store");
      }
      StoreLocation location = StoreLocation.of(store);
      database = options.mayMakeStore() ? Database.open(location) : Database.openExisting(location);
    }
    return database;
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
  public Outbox outbox() {
    return new Outbox(
        database(), drafts()::get, this::postbox, this::printer, lettersFolder(), CLOCK);
  }

  @Override
  public Playbooks playbooks() {
    return new Playbooks(database());
  }

  @Override
  public Incidents incidents() {
    return new Incidents(database());
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
    if (postbox != null) {
      postbox.close();
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

  /** The mail server's settings are read when the first letter is sent: paper needs none. */
  private Postbox postbox() {
    if (postbox == null) {
      postbox =
          MailSettings.read(settings.values())
              .<Postbox>map(SmtpPostbox::new)
              .orElseGet(() -> new Sandbox(lettersFolder().resolve("sandbox")));
    }
    return postbox;
  }

  /** Fonts are read when the first letter is printed: mail needs none. */
  private PdfPrinter printer() {
    if (printer == null) {
      Fonts fonts =
          options.isApart() ? Fonts.builtIn() : Fonts.withFolder(settings.path("fonts", "fonts"));
      printer = new PdfPrinter(Stationery.of(business), fonts);
    }
    return printer;
  }
}
