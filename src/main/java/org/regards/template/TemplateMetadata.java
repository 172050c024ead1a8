package org.regards.template;

import java.util.List;
import java.util.Map;

/**
 * What a template says of itself in {@code <#ftl attributes={…}>}.
 *
 * @param file the template found for the language, for example {@code explanation_de.ftlh}
 * @param type the letter type it writes
 * @param languages the ISO 639 codes it is written in
 * @param channels {@code email}, {@code print}
 * @param needs what the history must hold for it to fit
 * @param inputs what its author may give while composing, by name, each with its question
 */
public record TemplateMetadata(
    String file,
    String type,
    List<String> languages,
    List<String> channels,
    List<String> needs,
    Map<String, TemplateInput> inputs) {
  public TemplateMetadata {
    languages = List.copyOf(languages);
    channels = List.copyOf(channels);
    needs = List.copyOf(needs);
    inputs = Map.copyOf(inputs);
  }
}
