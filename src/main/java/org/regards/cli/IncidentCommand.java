package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.IncidentVerdict;
import org.regards.history.InteractionId;
import org.regards.history.Tag;
import org.regards.task.IncidentDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code regards incident}. */
@Command(
    name = "incident",
    description =
        "Say what a contact is or is not: a threat, abuse, harassment. Advice goes by the last"
            + " word.",
    footer = {
      "",
      "Examples:",
      "  regards incident confirm I-0009 threat:legal --as ss",
      "  regards incident deny I-0012 threat:retaliation --as ss --because \"an honest review\""
    })
final class IncidentCommand extends HouseCommand {
  /** What is said of it. */
  enum Saying {
    CONFIRM,
    DENY
  }

  @Parameters(
      index = "0",
      paramLabel = "confirm|deny",
      converter = SayingConverter.class,
      description = "Whether it is one.")
  private Saying saying;

  @Parameters(
      index = "1",
      paramLabel = "CONTACT",
      converter = InteractionIdConverter.class,
      description = "The contact's id.")
  private InteractionId contact;

  @Parameters(
      index = "2",
      paramLabel = "KIND",
      converter = IncidentTagConverter.class,
      completionCandidates = IncidentTags.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Tag tag;

  @Option(
      names = {"--as", "--by"},
      required = true,
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Who says so.")
  private StaffId by;

  @Option(names = "--because", paramLabel = "REASON", description = "Why, in a few words.")
  private @Nullable String reason;

  @Mixin private JsonOption json;

  IncidentCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    boolean confirmed = saying == Saying.CONFIRM;
    IncidentDesk.Judged judged =
        house
            .incidents()
            .judge(
                new IncidentVerdict(
                    contact,
                    tag,
                    confirmed,
                    by,
                    house.clock().instant(),
                    reason == null ? "" : reason));
    CustomerId customer = judged.contact().customer();
    if (json.wanted()) {
      ObjectNode node =
          JsonNodeFactory.instance
              .objectNode()
              .put("interaction", contact.value())
              .put("customer", customer.value())
              .put("tag", tag.word())
              .put("confirmed", confirmed);
      ArrayNode tasks = node.putArray("tasks");
      judged.tasks().forEach(task -> tasks.add(TaskWords.json(task)));
      JsonOption.print(out(), node);
    } else {
      out()
          .printf(
              "%s of %s %s %s, says %s. See what it calls for: regards advise %s%n",
              contact, customer, confirmed ? "is" : "is no", tag.word(), by, customer);
      judged.tasks().forEach(task -> out().println(TaskWords.line(task)));
    }
    return DONE;
  }

  static final class SayingConverter implements ITypeConverter<Saying> {
    @Override
    public Saying convert(String text) {
      return switch (text) {
        case "confirm" -> Saying.CONFIRM;
        case "deny" -> Saying.DENY;
        default ->
            throw new TypeConversionException("'%s' is neither confirm nor deny".formatted(text));
      };
    }
  }

  static final class InteractionIdConverter implements ITypeConverter<InteractionId> {
    @Override
    public InteractionId convert(String text) {
      if (text.isBlank()) {
        throw new TypeConversionException("the id of a contact must not be blank");
      }
      return new InteractionId(text);
    }
  }

  static final class IncidentTagConverter implements ITypeConverter<Tag> {
    @Override
    public Tag convert(String text) {
      return Tag.of(text.toLowerCase(Locale.ROOT))
          .filter(IncidentCommand::isIncident)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is no kind of incident; there are: %s"
                          .formatted(text, String.join(", ", new IncidentTags()))));
    }
  }

  static final class IncidentTags implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Tag.values())
          .filter(IncidentCommand::isIncident)
          .map(Tag::word)
          .iterator();
    }
  }

  private static boolean isIncident(Tag tag) {
    return tag.isConduct() || tag == Tag.THREAT_LEGAL;
  }
}
