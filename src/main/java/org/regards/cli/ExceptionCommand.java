package org.regards.cli;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Exceptions;
import org.regards.letter.LetterId;
import org.regards.review.Rule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code regards exception}. */
@Command(
    name = "exception",
    description =
        "Let one letter give more than its policy does, up to an amount and for a reason; it stands"
            + " in the ledger.",
    footer = {
      "",
      "Example:",
      "  regards exception L-1 --up-to \"40.00 GBP\" --because \"nine years, first slip\" --as tp"
    })
final class ExceptionCommand extends HouseCommand {
  @Parameters(paramLabel = "LETTER", converter = LetterIdConverter.class, description = "Its id.")
  private LetterId id;

  @Option(
      names = "--up-to",
      required = true,
      paramLabel = "AMOUNT",
      converter = AmountConverter.class,
      description = "The most that it may give, with its currency: \"40.00 GBP\".")
  private Money most;

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why this once; later letters are held against it.")
  private String reason;

  @Option(
      names = "--from",
      paramLabel = "RULE",
      converter = RuleConverter.class,
      description =
          "The rule that it is an exception from. Default: POL-1, the only one that has any.")
  private @Nullable Rule rule;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  ExceptionCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Exceptions.Outcome outcome =
        house
            .exceptions()
            .grant(
                id,
                Optional.ofNullable(rule).orElse(Rule.POL_1),
                most,
                reason.strip(),
                acting.required(house.playbooks().load()).id());
    return switch (outcome) {
      case Exceptions.Outcome.Granted granted -> {
        if (json.wanted()) {
          JsonOption.print(out(), ExceptionsCommand.asJson(granted.line()));
        } else {
          out().println(granted.message());
        }
        yield DONE;
      }
      case Exceptions.Outcome.Refused refused -> {
        err().println(refused.message());
        yield FAILED;
      }
    };
  }

  static final class AmountConverter implements ITypeConverter<Money> {
    @Override
    public Money convert(String text) {
      String[] parts = text.strip().split("\\s+");
      try {
        if (parts.length == 2) {
          Money money = Money.of(CurrencyUnit.of(parts[1]), new BigDecimal(parts[0]));
          if (money.isPositive()) {
            return money;
          }
        }
      } catch (IllegalArgumentException | ArithmeticException notMoney) {
        // said below
      }
      throw new TypeConversionException(
          "'%s' is not an amount above zero with its currency, such as 40.00 GBP".formatted(text));
    }
  }

  static final class RuleConverter implements ITypeConverter<Rule> {
    @Override
    public Rule convert(String text) {
      return Rule.of(text)
          .orElseThrow(() -> new TypeConversionException("there is no rule %s".formatted(text)));
    }
  }
}
