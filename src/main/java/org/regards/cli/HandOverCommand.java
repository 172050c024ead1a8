package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regards.approval.HandOver;
import org.regards.approval.HandOvers;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code regards hand-over}. */
@Command(
    name = "hand-over",
    description =
        "Too angry to send it? Let a colleague or the supervisor sign a letter, which goes after a"
            + " while.",
    footer = {
      "",
      "Examples:",
      "  regards hand-over L-1 --to ss --because \"she shouted at me\" --as mk",
      "  regards hand-over L-1 --to ss --after 2d --because \"sleep on it\" --as tp"
    })
final class HandOverCommand extends HouseCommand {
  @Parameters(paramLabel = "LETTER", converter = LetterIdConverter.class, description = "Its id.")
  private LetterId id;

  @Option(
      names = {"--to", "--sender"},
      required = true,
      paramLabel = "STAFF",
      converter = StaffIdConverter.class,
      description = "Who signs it instead.")
  private StaffId to;

  @Option(
      names = "--after",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "How long it waits: hours such as 24h or days such as 2d, at least 12h. Default: 24h.")
  private @Nullable Duration after;

  @Option(
      names = "--not-before",
      paramLabel = "MOMENT",
      converter = MomentConverter.class,
      description = "The moment before which it does not go, instead of --after.")
  private @Nullable Instant notBefore;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why, in a few words.")
  private String reason;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  HandOverCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (after != null && notBefore != null) {
      throw new ParameterException(
          spec().commandLine(), "Say either --after or --not-before, not both.");
    }
    Instant moment = notBefore;
    if (moment == null) {
      moment = house.clock().instant().plus(after == null ? Duration.ofDays(1) : after);
    }
    StaffId by = acting.required(house.playbooks().load()).id();
    return switch (house.handOvers().handOver(id, to, moment, reason.strip(), by)) {
      case HandOvers.Outcome.HandedOver done -> {
        if (json.wanted()) {
          HandOver over = done.over();
          JsonOption.print(
              out(),
              JsonNodeFactory.instance
                  .objectNode()
                  .put("letter", over.letter().toString())
                  .put("from", over.from().value())
                  .put("to", over.to().value())
                  .put("not_before", over.notBefore().toString()));
        } else {
          out().println(done.message());
        }
        yield DONE;
      }
      case HandOvers.Outcome.Refused refused -> {
        err().println(refused.message());
        yield FAILED;
      }
    };
  }

  static final class TimeConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})([hd])");

    @Override
    public Duration convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        throw new TypeConversionException(
            "'%s' is no time; write hours such as 24h or days such as 2d".formatted(text));
      }
      long number = Long.parseLong(matcher.group(1));
      return matcher.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofDays(number);
    }
  }
}
