package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterType;
import org.regards.template.TemplateInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards templates}. */
@Command(
    name = "templates",
    description =
        "List the letter types, and for a customer which of them fit and why the others do not.",
    footer = {"", "Examples:", "  regards templates", "  regards templates C-1001"})
final class TemplatesCommand extends HouseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private @Nullable CustomerId customer;

  @Mixin private AsOfOption asOf;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      converter = LanguageConverter.class,
      description = "Whose templates to list without a customer. Default: en-GB.")
  private LetterLanguage language = LetterLanguage.EN_GB;

  @Mixin private JsonOption json;

  TemplatesCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (customer == null) {
      list(house);
    } else {
      fitting(house, customer);
    }
    return DONE;
  }

  private void list(House house) {
    ArrayNode types = JsonNodeFactory.instance.arrayNode();
    for (LetterType type : LetterType.values()) {
      var template = house.composer().template(type, language);
      Map<String, TemplateInput> inputs = new TreeMap<>(template.inputs());
      ObjectNode node = types.addObject().put("type", type.word()).put("file", template.file());
      template.channels().forEach(node.putArray("channels")::add);
      ObjectNode asked = node.putObject("inputs");
      inputs.forEach((name, input) -> asked.put(name, input.ask()));
      if (!json.wanted()) {
        out()
            .printf(
                "%s (%s, %s)%n",
                type.word(), template.file(), String.join(" or ", template.channels()));
        inputs.forEach((name, input) -> out().printf("    --set %s=…  %s%n", name, input.ask()));
      }
    }
    if (json.wanted()) {
      JsonOption.print(out(), types);
    }
  }

  private void fitting(House house, CustomerId id) {
    Instant moment = asOf.orNow(house.clock());
    Map<LetterType, List<String>> fitting = house.drafts().fitting(id, moment);
    if (json.wanted()) {
      ArrayNode types = JsonNodeFactory.instance.arrayNode();
      fitting.forEach(
          (type, reasons) -> {
            ObjectNode node =
                types.addObject().put("type", type.word()).put("fits", reasons.isEmpty());
            reasons.forEach(node.putArray("reasons")::add);
          });
      JsonOption.print(out(), types);
      return;
    }
    out().printf("These fit %s:%n", id);
    fitting.forEach(
        (type, reasons) -> {
          if (reasons.isEmpty()) {
            out().printf("  %s%n", type.word());
          }
        });
    out().println("These do not:");
    fitting.forEach(
        (type, reasons) -> {
          if (!reasons.isEmpty()) {
            out().printf("  %-14s %s%n", type.word(), String.join("; ", reasons));
          }
        });
  }
}
