package org.regards.cli;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer;
import org.regards.pdf.CardStock;
import org.regards.playbook.Business;
import picocli.CommandLine.Option;

/** Where a command works; what is not said comes from the settings. */
public final class HouseOptions {
  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "The store: a file, or a jdbc:postgresql: URL. Default: REGARDS_STORE, else regards.db.")
  private @Nullable String store;

  @Option(
      names = "--templates",
      paramLabel = "FOLDER",
      description =
          "A folder of own templates, looked into before those of the program. Default:"
              + " REGARDS_TEMPLATES, else none.")
  private @Nullable Path templates;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where letters are written. Default: REGARDS_OUT, else letters-out.")
  private @Nullable Path out;

  private @Nullable Business business;
  private boolean mayMakeStore;
  private @Nullable MailServer server;
  private int connections = 1;
  private UnaryOperator<CardStock> cards = UnaryOperator.identity();

  public @Nullable String store() {
    return store;
  }

  public @Nullable Path templates() {
    return templates;
  }

  public @Nullable Path out() {
    return out;
  }

  /** The business to write for instead of that of the settings, or null. */
  public @Nullable Business business() {
    return business;
  }

  /** Whether the house has nothing to do with the settings. */
  public boolean isApart() {
    return business != null;
  }

  /** The server that takes the mail instead of that of the settings, or null. */
  public @Nullable MailServer server() {
    return server;
  }

  /** To that server, at once. */
  public int connections() {
    return connections;
  }

  /**
   * Whether a store that is not there yet is made; else a mistyped name would be an empty house.
   */
  public boolean mayMakeStore() {
    return mayMakeStore;
  }

  /** The cards of the settings with what the command says of them. */
  public CardStock cards(CardStock usual) {
    return cards.apply(usual);
  }

  void choose(UnaryOperator<CardStock> wanted) {
    cards = wanted;
  }

  void makeStore() {
    mayMakeStore = true;
  }

  /**
   * A house of its own: another store, folder and business, the program's templates and fonts, and
   * no mail that leaves the machine.
   */
  static HouseOptions apart(String store, Path out, Business business) {
    HouseOptions options = new HouseOptions();
    options.store = store;
    options.out = out;
    options.business = business;
    options.mayMakeStore = true;
    return options;
  }

  /** The same, whose mail goes to a server on this machine. */
  HouseOptions mailingTo(MailServer sink, int atOnce) {
    server = sink;
    connections = atOnce;
    return this;
  }
}
