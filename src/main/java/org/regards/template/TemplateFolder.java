package org.regards.template;

import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.Environment;
import freemarker.template.Template;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;

/**
 * The templates that users write, and the sandbox they run in: no Java object, no class, no file
 * outside the folders, a limit of time and of size. Templates are hostile input. Safe between
 * threads; a changed file is seen by the next start of the program.
 */
public final class TemplateFolder {
  /** A letter takes a fraction of a millisecond; this is for a template that never ends. */
  public static final Duration TIME_LIMIT = Duration.ofSeconds(5);

  /**
   * Macros that every template has: subject, part, salutation, signature and the language's
   * phrases.
   */
  private static final List<String> LIBRARIES = List.of("lib/letter.ftlh", "lib/phrases.ftlh");

  private final List<Path> folders;
  private final SandboxConfiguration configuration;
  private final TimeLimit timeLimit;

  private TemplateFolder(List<Path> folders, SandboxConfiguration configuration, TimeLimit limit) {
    this.folders = folders;
    this.configuration = configuration;
    this.timeLimit = limit;
  }

  /**
   * Opens template folders; a template is taken from the first that has it.
   *
   * @throws TemplateException when a folder is not there or cannot be read
   */
  public static TemplateFolder open(List<Path> folders, Duration timeLimit) {
    List<TemplateLoader> loaders = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new TemplateException(
            "There is no template folder %s. Name the right one with --templates FOLDER."
                .formatted(folder));
      }
      try {
        loaders.add(new FileTemplateLoader(folder.toFile()));
      } catch (IOException unreadable) {
        throw new TemplateException(
            "The template folder %s cannot be read: %s. Name another with --templates FOLDER."
                .formatted(folder, unreadable.getMessage()),
            unreadable);
      }
    }
    return new TemplateFolder(
        List.copyOf(folders),
        new SandboxConfiguration(new MultiTemplateLoader(loaders.toArray(TemplateLoader[]::new))),
        new TimeLimit(timeLimit));
  }

  /**
   * What the template of a letter type says of itself, in the language asked for.
   *
   * @throws TemplateException when there is none in that language, or when it is not a letter
   *     template
   */
  public TemplateMetadata metadata(String type, LetterLanguage language) {
    Template template = template(type, language);
    TemplateMetadata metadata = MetadataReader.read(template);
    if (!metadata.type().equals(type)) {
      throw new TemplateException(
          "%s says that it is for the letter type %s, not %s. Mend \"type\" in its <#ftl attributes>."
              .formatted(metadata.file(), metadata.type(), type));
    }
    if (!metadata.languages().contains(language.code())) {
      throw new TemplateException(
          "There is no %s letter in %s: %s is written in %s. Add a template %s_%s.ftlh to %s, or choose --language."
              .formatted(
                  type,
                  language.tag(),
                  metadata.file(),
                  String.join(", ", metadata.languages()),
                  type,
                  language.code(),
                  searched()));
    }
    return metadata;
  }

  /**
   * Runs the template of a letter type.
   *
   * @param formats of the letter's language; used by the calling thread only
   * @param today the day of the letter, to which dates in it are relative
   * @throws TemplateException when there is no such template or it cannot be read
   */
  public Rendering render(
      String type, LocalFormats formats, LocalDate today, TemplateValue.Group values) {
    Template template = template(type, formats.language());
    MissingValues missing = new MissingValues();
    LimitedWriter out = new LimitedWriter();
    List<TemplateProblem> problems = missing.problems();
    try {
      run(template, formats, today, values, missing, out);
    } catch (TimeLimit.Overrun | LimitedWriter.Overflow endless) {
      problems.add(fault(template, endless.getMessage() + "; look for a loop without an end"));
    } catch (freemarker.template.TemplateException | IOException failure) {
      problems.addAll(problemsOf(template, failure));
    } catch (StackOverflowError endless) {
      problems.add(fault(template, "a macro or function calls itself without an end"));
    } catch (OutOfMemoryError greedy) {
      problems.add(fault(template, "it asks for more memory than a letter may"));
    }
    return problems.isEmpty()
        ? new Rendering.Rendered(out.toString())
        : new Rendering.Failed(problems);
  }

  private void run(
      Template template,
      LocalFormats formats,
      LocalDate today,
      TemplateValue.Group values,
      MissingValues missing,
      LimitedWriter out)
      throws freemarker.template.TemplateException, IOException {
    TemplateHashModel model = new Models.GroupModel(values, missing);
    Environment environment = template.createProcessingEnvironment(model, out);
    environment.setLocale(formats.language().locale());
    environment.setTemplateExceptionHandler(missing);
    new FactFormats.Run(formats, today).bindTo(environment);
    try (TimeLimit.Running running = timeLimit.start()) {
      try {
        for (String library : LIBRARIES) {
          environment.include(library(library, environment));
        }
        environment.process();
      } catch (RuntimeException interrupted) {
        running.checkTime();
        throw interrupted;
      }
      running.checkTime();
    }
  }

  private Template library(String name, Environment environment) throws IOException {
    try {
      return configuration.getTemplate(name, environment.getLocale());
    } catch (TemplateNotFoundException absent) {
      throw new TemplateException(
          "There is no %s in %s. Every letter needs it; copy it from the program's own templates."
              .formatted(name, searched()),
          absent);
    }
  }

  private Template template(String type, LetterLanguage language) {
    String name = type + ".ftlh";
    try {
      return configuration.getTemplate(name, language.locale());
    } catch (TemplateNotFoundException absent) {
      throw new TemplateException(
          "There is no template %s in %s. Templates there: %s."
              .formatted(name, searched(), names()),
          absent);
    } catch (StackOverflowError deep) {
      throw new TemplateException(
          "%s: its brackets are nested deeper than any letter needs".formatted(name), deep);
    } catch (IOException unreadable) {
      // FreeMarker keeps a failure too, and wraps it when it is asked for the template again
      List<TemplateProblem> problems = TemplatePlaces.problemsIn(unreadable);
      throw new TemplateException(
          problems.isEmpty()
              ? "The template %s cannot be read: %s.".formatted(name, unreadable.getMessage())
              : said(problems),
          unreadable);
    }
  }

  private static String said(List<TemplateProblem> problems) {
    return problems.stream()
        .map(problem -> problem.place() + ": " + ((TemplateProblem.Fault) problem).reason())
        .collect(Collectors.joining("\n"));
  }

  private static List<TemplateProblem> problemsOf(Template template, Exception failure) {
    List<TemplateProblem> problems = TemplatePlaces.problemsIn(failure);
    if (!problems.isEmpty()) {
      return problems;
    }
    return List.of(
        fault(template, String.valueOf(failure.getMessage()).lines().findFirst().orElse("")));
  }

  private static TemplateProblem fault(Template template, String reason) {
    return new TemplateProblem.Fault(template.getSourceName(), 0, 0, reason);
  }

  private String searched() {
    return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  private String names() {
    List<String> names = new ArrayList<>();
    for (Path folder : folders) {
      try (var files = Files.list(folder)) {
        files
            .map(file -> String.valueOf(file.getFileName()))
            .filter(file -> file.endsWith(".ftlh"))
            .forEach(names::add);
      } catch (IOException unreadable) {
        names.add("(" + folder + " cannot be read)");
      }
    }
    return names.isEmpty()
        ? "none"
        : names.stream().distinct().sorted().collect(Collectors.joining(", "));
  }
}
