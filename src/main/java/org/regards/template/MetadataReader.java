package org.regards.template;

import freemarker.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code <#ftl attributes={…}>}; all that is wrong with it is said together. */
final class MetadataReader {
  private final Template template;
  private final List<String> problems = new ArrayList<>();

  private MetadataReader(Template template) {
    this.template = template;
  }

  static TemplateMetadata read(Template template) {
    MetadataReader reader = new MetadataReader(template);
    TemplateMetadata metadata =
        new TemplateMetadata(
            template.getSourceName(),
            reader.word("type"),
            reader.words("languages"),
            reader.words("channels"),
            reader.words("needs"),
            reader.inputs());
    if (!reader.problems.isEmpty()) {
      throw new TemplateException(
          "%s: its <#ftl attributes={…}> %s."
              .formatted(template.getSourceName(), String.join("; ", reader.problems)));
    }
    return metadata;
  }

  private String word(String name) {
    if (template.getCustomAttribute(name) instanceof String word && !word.isBlank()) {
      return word;
    }
    problems.add("want \"%s\":\"…\"".formatted(name));
    return "";
  }

  private List<String> words(String name) {
    if (template.getCustomAttribute(name) instanceof List<?> values
        && values.stream().allMatch(String.class::isInstance)) {
      return values.stream().map(String.class::cast).toList();
    }
    problems.add("want \"%s\":[\"…\"]".formatted(name));
    return List.of();
  }

  private Map<String, TemplateInput> inputs() {
    Map<String, TemplateInput> inputs = new LinkedHashMap<>();
    if (template.getCustomAttribute("inputs") instanceof Map<?, ?> values) {
      values.forEach((name, value) -> inputs.put(String.valueOf(name), input(name, value)));
    } else if (template.getCustomAttribute("inputs") != null) {
      problems.add("want \"inputs\":{\"name\":{\"kind\":\"text\",\"ask\":\"…\"}}");
    }
    return inputs;
  }

  private TemplateInput input(@Nullable Object name, @Nullable Object value) {
    if (value instanceof Map<?, ?> input
        && input.get("kind") instanceof String kind
        && input.get("ask") instanceof String ask
        && TemplateInput.Kind.of(kind).isPresent()) {
      return new TemplateInput(TemplateInput.Kind.of(kind).orElseThrow(), ask);
    }
    problems.add(
        "want \"%s\" among the inputs as {\"kind\":\"text|day|money|number|staff|policy|interaction\",\"ask\":\"…\"}"
            .formatted(name));
    return new TemplateInput(TemplateInput.Kind.TEXT, "");
  }
}
