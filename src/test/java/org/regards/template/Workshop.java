package org.regards.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/** A template folder that a test fills, and values of every kind to run its templates with. */
final class Workshop {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** Short: a template that never ends costs its test as much. */
  static final Duration PATIENCE = Duration.ofMillis(100);

  private static final String HEADER =
      """
      <#ftl attributes={"type":"thank-you","languages":["en","fr"],"channels":["email"],"needs":[]}>
      """;

  private final Path folder;

  private Workshop(Path folder) {
    this.folder = folder;
  }

  /** A folder with the library that every template has, its macros as short as can be. */
  static Workshop in(Path folder) {
    return new Workshop(folder)
        .write(
            "lib/letter.ftlh",
            "<#macro part name><section id=\"${name}\"><#nested></section></#macro>")
        .write("lib/phrases.ftlh", "<#macro greeting>Dear ${customer.name},</#macro>");
  }

  Workshop write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Workshop write(String file, byte[] bytes) {
    Path path = folder.resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }

  TemplateFolder open() {
    return TemplateFolder.open(List.of(folder), TemplateFolder.TIME_LIMIT);
  }

  Path folder() {
    return folder;
  }

  /** What becomes of a thank-you template with this body; refusals and failures are one text. */
  String run(String body) {
    return runFile(HEADER + body);
  }

  /** The same for a template that would never end. */
  String runWithoutEnd(String body) {
    write("thank-you.ftlh", HEADER + body);
    return said(TemplateFolder.open(List.of(folder), PATIENCE));
  }

  /** What becomes of a thank-you template that has this header too. */
  String runFile(String source) {
    write("thank-you.ftlh", source);
    return said(open());
  }

  static String said(TemplateFolder templates) {
    return said(templates, LetterLanguage.EN_GB);
  }

  static String said(TemplateFolder templates, LetterLanguage language) {
    try {
      return switch (templates.render("thank-you", new LocalFormats(language), TODAY, values())) {
        case Rendering.Rendered rendered -> rendered.markup().strip();
        case Rendering.Failed failed ->
            failed.problems().stream()
                .map(Workshop::said)
                .collect(Collectors.joining("\n", "✗ ", ""));
      };
    } catch (TemplateException refused) {
      return "✗ " + refused.getMessage();
    }
  }

  private static String said(TemplateProblem problem) {
    return problem.place()
        + switch (problem) {
          case TemplateProblem.MissingValue missing -> " lacks " + missing.value();
          case TemplateProblem.Fault fault -> ": " + fault.reason();
        };
  }

  /** One value of each kind. */
  static TemplateValue.Group values() {
    Map<String, @Nullable TemplateValue> customer = new HashMap<>();
    customer.put("name", new TemplateValue.Text(field("name"), "Ann O’Hara & Co"));
    customer.put("since", new TemplateValue.Day(field("since"), LocalDate.of(2026, 5, 3)));
    customer.put("years", new TemplateValue.Count(field("years"), 3));
    customer.put("paid", new TemplateValue.Amount(field("paid"), Money.parse("GBP 9.50")));
    customer.put("share", new TemplateValue.Percent(field("share"), new BigDecimal("25")));
    customer.put("form", new TemplateValue.Word("formal"));
    customer.put("known", new TemplateValue.Flag(true));
    customer.put("email", null);
    customer.put("phone", null);
    customer.put(
        "fruits",
        new TemplateValue.Series(
            List.of(
                new TemplateValue.Text(field("fruit"), "plums"),
                new TemplateValue.Text(field("fruit"), "figs"))));
    Map<String, @Nullable TemplateValue> values = new HashMap<>();
    values.put("customer", new TemplateValue.Group("customer", customer));
    values.put("praise", null);
    return new TemplateValue.Group("", values);
  }

  static LocalFormats formats() {
    return new LocalFormats(LetterLanguage.EN_GB);
  }

  static TemplateValue.Group customerNamed(String name) {
    return new TemplateValue.Group(
        "",
        Map.of(
            "customer",
            new TemplateValue.Group(
                "customer", Map.of("name", new TemplateValue.Text(field("name"), name)))));
  }

  static RecordField field(String name) {
    return new RecordField(new RecordId(RecordKind.CUSTOMER, "C-7"), name);
  }
}
