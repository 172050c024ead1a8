package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.regards.approval.Counsel;
import org.regards.approval.CounselSubject;
import org.regards.approval.CounselWord;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code regards counsel}. */
@Command(
    name = "counsel",
    description =
        "Record what counsel says of a letter, or of every letter to a customer: a no stops it, a"
            + " yes releases it. What they stop by name goes only when they release it by name.",
    footer = {
      "",
      "Examples:",
      "  regards counsel L-1 allow --because \"no admission in it\" --as ca",
      "  regards counsel C-1004 deny --because \"we answer by our solicitor only\" --as ca",
      "  regards counsel C-1008 allow --for platform-request --because \"the posts only\" --as ca"
    })
final class CounselCommand extends HouseCommand {
  /** What counsel says. */
  enum Saying {
    ALLOW,
    DENY
  }

  @Parameters(
      index = "0",
      paramLabel = "LETTER|CUSTOMER",
      description = "The id of a letter, or of a customer for every letter to them.")
  private String about;

  @Parameters(
      index = "1",
      paramLabel = "allow|deny",
      converter = SayingConverter.class,
      description = "Whether it may go.")
  private Saying saying;

  @Option(
      names = "--for",
      paramLabel = "WHAT",
      converter = SubjectConverter.class,
      description =
          "Of a customer: letters, or a platform-request (regards paper), which has a word of its"
              + " own; letters when not given.")
  private CounselSubject subject = CounselSubject.LETTERS;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why; whoever tries to send it reads this.")
  private String reason;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  CounselCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StaffId by = acting.required(house.playbooks().load()).id();
    boolean allowed = saying == Saying.ALLOW;
    Optional<LetterId> letter = LetterId.parse(about);
    if (letter.isPresent() && subject != CounselSubject.LETTERS) {
      throw new ParameterException(
          spec().commandLine(),
          "--for %s is said of a customer, and %s is a letter".formatted(subject.word(), about));
    }
    Counsel.Outcome outcome =
        letter.isPresent()
            ? house.counsel().say(letter.get(), allowed, reason.strip(), by)
            : house.counsel().say(new CustomerId(about), subject, allowed, reason.strip(), by);
    return switch (outcome) {
      case Counsel.Outcome.Said(CounselWord word) -> {
        if (json.wanted()) {
          JsonOption.print(out(), asJson(word));
        } else {
          out().println(outcome.message());
        }
        yield DONE;
      }
      case Counsel.Outcome.Refused(String why) -> {
        err().println(why);
        yield FAILED;
      }
    };
  }

  private static ObjectNode asJson(CounselWord word) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("customer", word.customer().value())
        .put("subject", word.subject().word())
        .put("letter", word.letter() == null ? null : word.letter().toString())
        .put("allowed", word.allowed())
        .put("by", word.by().value())
        .put("because", word.because())
        .put("at", word.at().toString());
  }

  static final class SubjectConverter implements ITypeConverter<CounselSubject> {
    @Override
    public CounselSubject convert(String text) {
      return CounselSubject.of(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is none of %s".formatted(text, CounselSubject.allWords())));
    }
  }

  static final class SayingConverter implements ITypeConverter<Saying> {
    @Override
    public Saying convert(String text) {
      return switch (text) {
        case "allow" -> Saying.ALLOW;
        case "deny" -> Saying.DENY;
        default ->
            throw new TypeConversionException("'%s' is neither allow nor deny".formatted(text));
      };
    }
  }
}
