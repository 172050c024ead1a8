package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.CaseId;
import org.regards.hold.Hold;
import org.regards.language.LetterLanguage;
import org.regards.letter.DraftRun;
import org.regards.letter.Drafting;
import org.regards.letter.FileToAttach;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterRequest;
import org.regards.letter.LetterType;
import org.regards.letter.StoredLetter;
import org.regards.pdf.Laid;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards compose}. */
@Command(
    name = "compose",
    description = "Write a draft from a customer's history and print its id.",
    footer = {
      "",
      "Examples:",
      "  regards compose C-1001 --letter educate --case K-301",
      "  regards compose C-1017 --letter thank-you --channel print",
      "  regards compose C-1001 --letter educate --with-pdf --attach terms.pdf",
      "  regards compose --all --letter thank-you"
    })
final class ComposeCommand extends HouseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id; left out with --all.")
  private @Nullable CustomerId customer;

  @Option(
      names = "--all",
      description = "A draft for every customer whom the letter fits; goes on where it stopped.")
  private boolean all;

  @Option(
      names = "--letter",
      required = true,
      paramLabel = "TYPE",
      converter = LetterTypeConverter.class,
      description =
          "explanation, educate, compromise, cooling-off, farewell, farewell-card, thank-you,"
              + " invite, reassign or referral.")
  private LetterType type;

  @Option(
      names = "--case",
      paramLabel = "CASE",
      converter = CaseIdConverter.class,
      description = "The case it is about. Default: the latest that is not settled.")
  private @Nullable CaseId caseId;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      converter = ChannelConverter.class,
      description = "email or print. Default: email where the customer has an address.")
  private @Nullable LetterChannel channel;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      converter = LanguageConverter.class,
      description = "en-GB, en-US, de-DE, fr-FR or es-ES. Default: the customer's.")
  private @Nullable LetterLanguage language;

  @Option(
      names = "--from",
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Who signs. Default: the account manager, or who may by the letter's type.")
  private @Nullable StaffId signatory;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "A value that the template asks its author for; may be repeated.")
  private Map<String, String> inputs = new LinkedHashMap<>();

  @Mixin private AttachOptions attached;

  @Mixin private ActingOption acting;

  @Mixin private AsOfOption asOf;

  @Mixin private JsonOption json;

  ComposeCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) throws InterruptedException {
    if (all == (customer != null)) {
      throw new ParameterException(
          spec().commandLine(), "Name one customer, or say --all for every one.");
    }
    if (channel == LetterChannel.PRINT && !attached.isEmpty()) {
      throw new ParameterException(
          spec().commandLine(), "Files go with emails only; leave --channel print out.");
    }
    Instant moment = asOf.orNow(house.clock());
    List<FileToAttach> files = List.of();
    if (!attached.isEmpty()) {
      Optional<List<FileToAttach>> read = attached.read(house.letterFiles().limit(), err());
      if (read.isEmpty()) {
        return FAILED;
      }
      files = read.get();
    }
    LetterRequest request =
        new LetterRequest(
            type, caseId, channel, language, signatory, inputs, files, attached.withPdf());
    return customer == null
        ? composeAll(house, request, moment)
        : compose(house, request, customer, moment);
  }

  private int compose(House house, LetterRequest request, CustomerId id, Instant moment) {
    return switch (house.drafts().compose(id, request, moment, acting.known(house.playbooks()))) {
      case Drafting.Drafted drafted -> printed(house, drafted.letter());
      case Drafting.NotDrafted not -> {
        if (json.wanted()) {
          ObjectNode node = JsonNodeFactory.instance.objectNode().putNull("letter");
          JsonOption.print(out(), node.setAll(RefusalJson.of(not.why())));
        } else {
          new CompositionWords(err()).explain(type, not.customer(), not.why());
        }
        yield FAILED;
      }
    };
  }

  private int printed(House house, StoredLetter stored) {
    if (json.wanted()) {
      JsonOption.print(out(), LetterJson.of(stored));
      return DONE;
    }
    out().println(stored.id());
    err()
        .printf(
            "%s to %s, %s, from %s. Read it: regards letter %s%n",
            stored.letter().head().type().word(),
            stored.letter().head().recipient().customer(),
            stored.letter().head().channel().phrase(),
            TerminalText.line(stored.letter().head().signatory().name()),
            stored.id());
    if (!attached.isEmpty() && stored.letter().head().attachments().isEmpty()) {
      err().println("It goes on paper, and no file goes with it: put the sheets in by hand.");
    }
    if (stored.letter().head().attachments().asPdf()
        && house.printer().lay(stored.letter()) instanceof Laid.Refused refused) {
      err().println("It cannot be made a PDF, and does not leave before it can:");
      refused.reasons().forEach(reason -> err().println("  " + reason.message()));
    }
    CustomerId customer = stored.letter().head().recipient().customer();
    if (stored.letter().head().channel() == LetterChannel.EMAIL) {
      house
          .bouncedAddresses()
          .closed(customer, stored.letter().head().recipient().email())
          .ifPresent(reason -> err().println("It does not leave by email: " + reason));
    }
    for (Hold hold : house.holds().standing(customer, house.clock().instant())) {
      err()
          .printf(
              "It goes nowhere while %s (%s) stands: regards holds %s%n",
              hold.id(), hold.kind().word(), customer);
    }
    return DONE;
  }

  private int composeAll(House house, LetterRequest request, Instant moment)
      throws InterruptedException {
    ProgressLine line = new ProgressLine(err());
    DraftRun.Result result =
        house
            .drafts()
            .composeAll(
                request,
                moment,
                acting.known(house.playbooks()),
                soFar -> line.show("%,d drafts written".formatted(soFar.drafted())));
    line.end();
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode();
      node.put("drafted", result.drafted());
      node.put("passed_over", result.passedOver());
      node.put("not_drafted", result.notDraftedInAll());
      ArrayNode reasons = node.putArray("reasons");
      for (DraftRun.Reason reason : result.notDrafted().values()) {
        reasons
            .addObject()
            .put("customers", reason.customers())
            .put("example", reason.example().customer().value())
            .setAll(RefusalJson.of(reason.example().why()));
      }
      JsonOption.print(out(), node);
    } else {
      out()
          .printf(
              "%,d drafted, %,d had one already, %,d got none%n",
              result.drafted(), result.passedOver(), result.notDraftedInAll());
      CompositionWords words = new CompositionWords(out());
      for (DraftRun.Reason reason : result.notDrafted().values()) {
        out().printf("%nFor %,d of those, as for this one: ", reason.customers());
        words.explain(type, reason.example().customer(), reason.example().why());
      }
      if (result.drafted() > 0) {
        err().println("Read them: regards review --all");
      } else if (result.passedOver() + result.notDraftedInAll() == 0) {
        err().println("There are no customers yet: regards import FOLDER");
      }
    }
    return DONE;
  }
}
