package org.regards.cli;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.regards.customer.CustomerId;
import org.regards.hold.Hold;
import org.regards.triage.AdviceRun;
import org.regards.triage.Advisor;
import org.regards.triage.Move;
import org.regards.triage.Recommendation;
import org.regards.triage.Sign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards advise}. */
@Command(
    name = "advise",
    description =
        "Say what a customer's history calls for: which letter or none, why, and why no other.",
    footer = {
      "",
      "Examples:",
      "  regards advise C-1001 C-1011",
      "  regards advise --all --as-of 2026-11-20",
      "  regards advise --all --json"
    })
final class AdviseCommand extends HouseCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customers' ids; left out with --all.")
  private List<CustomerId> customers = new ArrayList<>();

  @Option(
      names = "--all",
      description = "Every customer: one line for each for whom something is to be done.")
  private boolean all;

  @Mixin private AsOfOption asOf;

  @Mixin private JsonOption json;

  AdviseCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) throws InterruptedException {
    if (all != customers.isEmpty()) {
      throw new ParameterException(
          spec().commandLine(), "Name customers, or say --all for every one.");
    }
    Instant moment = asOf.orNow(house.clock());
    if (!all) {
      advise(house, moment);
    } else if (json.wanted()) {
      streamAll(house, moment);
    } else {
      listAll(house, moment);
    }
    return DONE;
  }

  private void advise(House house, Instant moment) {
    Advisor advisor = new Advisor(house.playbooks().load(), house.playbooks().spoken());
    List<Recommendation> advice =
        customers.stream()
            .map(
                id ->
                    advisor
                        .advise(house.drafts().dossier(id, moment))
                        .under(house.holds().standing(id, moment)))
            .toList();
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      advice.forEach(one -> list.add(AdviceJson.of(one)));
      JsonOption.print(out(), list);
      return;
    }
    AdviceWords words = new AdviceWords(out());
    for (int at = 0; at < advice.size(); at++) {
      if (at > 0) {
        out().println();
      }
      words.print(advice.get(at));
    }
  }

  private void listAll(House house, Instant moment) throws InterruptedException {
    Map<Sign, Integer> counts = new EnumMap<>(Sign.class);
    run(
        house,
        moment,
        advice -> {
          counts.merge(advice.sign(), 1, Integer::sum);
          if (!advice.move().equals(Move.nothing())) {
            out().println(AdviceWords.line(advice));
          }
        });
    out().println();
    counts.forEach((sign, count) -> out().printf("%,8d  %s%n", count, sign.words()));
  }

  /** One at a time: a store may hold more customers than memory does. */
  private void streamAll(House house, Instant moment) throws InterruptedException {
    try (JsonGenerator generator =
        new JsonFactory(new ObjectMapper())
            .createGenerator(out())
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .setPrettyPrinter(new DefaultPrettyPrinter())) {
      generator.writeStartArray();
      run(
          house,
          moment,
          advice -> {
            try {
              generator.writeTree(AdviceJson.of(advice));
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
      generator.writeEndArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    out().println();
  }

  private static void run(House house, Instant moment, Consumer<Recommendation> hears)
      throws InterruptedException {
    Map<CustomerId, List<Hold>> holds =
        house.holds().unlifted().stream()
            .filter(hold -> hold.stoodAt(moment))
            .collect(groupingBy(Hold::customer));
    new AdviceRun(house.dossiers(), house.playbooks())
        .run(
            moment,
            advice ->
                hears.accept(advice.under(holds.getOrDefault(advice.customer().id(), List.of()))));
  }
}
