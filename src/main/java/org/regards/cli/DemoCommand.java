package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.regards.approval.Approving;
import org.regards.approval.Waiting;
import org.regards.audit.Actor;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.intake.ImportReport;
import org.regards.intake.OnBadRows;
import org.regards.intake.Progress;
import org.regards.letter.Drafting;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.outbox.PrintOutcome;
import org.regards.outbox.SendOutcome;
import org.regards.playbook.Business;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards demo}. */
@Command(
    name = "demo",
    description =
        "Show the main job on a small tea merchant: one letter of every type, half emailed into the"
            + " sandbox, half printed.",
    footer = {
      "",
      "Works in a store of its own under letters-out/demo.",
      "",
      "Example:",
      "  regards demo"
    })
final class DemoCommand implements Callable<Integer> {
  private static final Instant TODAY = Instant.parse("2026-11-20T09:00:00Z");
  private static final Business MERCHANT =
      new Business(
          "Lark & Linden",
          new PostalAddress("5 Stonegate", "York", "", "YO1 8AN", "GB"),
          "hello@larkandlinden.example",
          "+44 1904 960 100",
          "larkandlinden.example",
          "en");
  private static final List<String> FILES =
      List.of(
          "staff.csv",
          "policies.csv",
          "customers.csv",
          "orders.csv",
          "cases.csv",
          "interactions.csv");

  private final House.Door door;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      description = "Where the demonstration lives. Default: letters-out/demo.")
  private Path folder = Path.of("letters-out", "demo");

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Mixin private JsonOption json;
  @Spec private CommandSpec spec;

  DemoCommand(House.Door door) {
    this.door = door;
  }

  @Override
  public Integer call() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "%s is a file, not a folder; name another place with --out".formatted(folder));
    }
    Path store = folder.resolve("demo.db");
    removeOld(store);
    Path history = unpack();
    List<Written> letters = new ArrayList<>();
    try (House house = door.open(HouseOptions.apart(store.toString(), folder, MERCHANT))) {
      ImportReport imported =
          house.intake().run(List.of(history), OnBadRows.REFUSE_THE_FILE, Progress.SILENT);
      if (!imported.tookAll()) {
        throw new IllegalStateException("the demonstration's own files were not taken");
      }
      for (DemoLetter wanted : DemoLetter.ALL) {
        letters.add(write(house, wanted));
      }
      house.outbox().forgetWitnesses();
    }
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      letters.forEach(letter -> list.add(letter.asJson()));
      JsonOption.print(spec.commandLine().getOut(), list);
    } else {
      print(history, store, letters);
    }
    return HouseCommand.DONE;
  }

  private void print(Path history, Path store, List<Written> letters) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Imported the history of Lark & Linden, tea merchants, from %s.%n%n", history);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("letter", "type", "language", "to", "by", "approved by", "where it lies"));
    letters.forEach(letter -> rows.add(letter.asRow()));
    new Columns(out).print(rows);
    out.printf(
        """

        No mail left this machine. Try next:
          regards show T-101 --store %1$s --as-of 2026-11-20
          regards letter L-1 --facts --store %1$s
          regards templates T-102 --store %1$s --as-of 2026-11-20
          regards compose T-102 --letter thank-you --as-of 2026-11-20 --store %1$s
        And with your own data: regards import FOLDER
        """,
        store);
    out.flush();
  }

  /** A letter and the file it lies in. */
  private record Written(StoredLetter stored, Actor reader, String file) {
    List<String> asRow() {
      LetterHead head = stored.letter().head();
      return List.of(
          stored.id().toString(),
          head.type().word(),
          head.language().tag(),
          head.recipient().name(),
          head.channel().word(),
          reader.staff().map(StaffId::value).orElse(""),
          file);
    }

    ObjectNode asJson() {
      LetterHead head = stored.letter().head();
      return JsonNodeFactory.instance
          .objectNode()
          .put("letter", stored.id().toString())
          .put("type", head.type().word())
          .put("language", head.language().tag())
          .put("channel", head.channel().word())
          .put("approved_by", reader.staff().map(StaffId::value).orElse(""))
          .put("file", file);
    }
  }

  private static Written write(House house, DemoLetter wanted) {
    StoredLetter stored =
        switch (house
            .drafts()
            .compose(wanted.customerId(), wanted.request(), TODAY, Actor.PROGRAM)) {
          case Drafting.Drafted drafted -> drafted.letter();
          case Drafting.NotDrafted not ->
              throw new IllegalStateException(
                  "the demonstration's own %s letter was not written: %s"
                      .formatted(wanted.type().word(), not.why()));
        };
    Actor reader = approve(house, stored.id());
    return new Written(stored, reader, deliver(house, stored, reader));
  }

  /** Lets those of the made-up staff who may say yes, one after the other as far as needed. */
  private static Actor approve(House house, LetterId id) {
    while (true) {
      Waiting waiting = house.waitingLetters().of(List.of(id)).getFirst();
      if (waiting.missing().isEmpty()) {
        return Actor.of(waiting.given().getLast().by());
      }
      if (waiting.able().isEmpty()) {
        throw new IllegalStateException("the demonstration's own " + id + ": " + waiting.wanted());
      }
      Approving yes = new Approving(waiting.able().getFirst().id(), "as read", waiting.digest());
      house
          .approvals()
          .approve(
              List.of(id),
              yes,
              outcome -> {
                if (!outcome.counts()) {
                  throw new IllegalStateException(outcome.message());
                }
              });
    }
  }

  private static String deliver(House house, StoredLetter stored, Actor by) {
    List<String> where = new ArrayList<>();
    switch (stored.letter().head().channel()) {
      case EMAIL -> house.outbox().send(List.of(stored.id()), by, sent -> where.add(said(sent)));
      case PRINT ->
          house.outbox().print(List.of(stored.id()), by, printed -> where.add(said(printed)));
    }
    return where.getFirst();
  }

  private static String said(SendOutcome outcome) {
    return outcome instanceof SendOutcome.Sent sent && sent.file() != null
        ? sent.file().toString()
        : outcome.message();
  }

  private static String said(PrintOutcome outcome) {
    return outcome instanceof PrintOutcome.Printed printed
        ? printed.file().toString()
        : outcome.message();
  }

  /** Puts the files of the history where they can be looked at. */
  private Path unpack() {
    Path history = folder.resolve("history");
    for (String file : FILES) {
      try (InputStream shipped =
          DemoCommand.class.getResourceAsStream("/org/regards/demo/" + file)) {
        WholeFile.write(
            history.resolve(file),
            Objects.requireNonNull(shipped, "the program lacks its file " + file).readAllBytes());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return history;
  }

  /** Each demonstration begins anew: its own store and letters go, nothing else. */
  private void removeOld(Path store) {
    List<Path> letters = letters();
    if (!Files.exists(store)) {
      Path userStore = folder.resolve("regards.db");
      if (Files.exists(userStore)) {
        throw new DemoFolderException(folder, userStore);
      }
      if (!letters.isEmpty()) {
        throw new DemoFolderException(folder, letters.getFirst());
      }
    }
    for (String ending : List.of("", "-wal", "-shm")) {
      remove(store.resolveSibling(store.getFileName() + ending));
    }
    letters.forEach(DemoCommand::remove);
  }

  private List<Path> letters() {
    List<Path> letters = new ArrayList<>();
    for (Path place : List.of(folder, folder.resolve("sandbox"))) {
      if (Files.isDirectory(place)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "L-[0-9]*.{pdf,eml}")) {
          files.forEach(letters::add);
        } catch (IOException failure) {
          throw new UncheckedIOException(failure);
        }
      }
    }
    return letters;
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
