package org.regards.template;

import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets a template through to FreeMarker, included ones too, only when the guard finds nothing in
 * it.
 */
final class GuardedLoader implements TemplateLoader {
  /** Far more than any letter's template; what is larger is not one. */
  private static final int LARGEST = 200_000;

  private final TemplateLoader files;

  GuardedLoader(TemplateLoader files) {
    this.files = files;
  }

  /** A template that the guard refused. */
  static final class RefusedTemplate extends IOException {
    private final transient List<TemplateProblem> problems;

    RefusedTemplate(List<TemplateProblem> problems) {
      super("the template holds what a letter template may not");
      this.problems = List.copyOf(problems);
    }

    List<TemplateProblem> problems() {
      return problems;
    }
  }

  @Override
  public @Nullable Object findTemplateSource(String name) throws IOException {
    try {
      Object found = files.findTemplateSource(name);
      return found == null ? null : new Source(name, found);
    } catch (SecurityException outside) {
      throw new RefusedTemplate(
          List.of(
              new TemplateProblem.Fault(
                  name, 0, 0, "it is a link that leads out of the template folder")));
    }
  }

  @Override
  public long getLastModified(Object source) {
    return files.getLastModified(((Source) source).found());
  }

  @Override
  public Reader getReader(Object source, String encoding) throws IOException {
    Source guarded = (Source) source;
    String text = withoutMark(read(guarded, encoding));
    checkEncoding(guarded.name(), text);
    List<TemplateProblem> problems = TemplateGuard.problems(guarded.name(), text);
    if (!problems.isEmpty()) {
      throw new RefusedTemplate(problems);
    }
    return new StringReader(text);
  }

  @Override
  public void closeTemplateSource(Object source) throws IOException {
    files.closeTemplateSource(((Source) source).found());
  }

  private String read(Source source, String encoding) throws IOException {
    StringWriter text = new StringWriter();
    char[] piece = new char[8_192];
    try (Reader reader = files.getReader(source.found(), encoding)) {
      for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
        text.write(piece, 0, count);
        if (text.getBuffer().length() > LARGEST) {
          throw new RefusedTemplate(
              List.of(
                  new TemplateProblem.Fault(
                      source.name(), 0, 0, "it is larger than " + LARGEST + " characters")));
        }
      }
    }
    return text.toString();
  }

  /** Some editors begin a UTF-8 file with a byte order mark. */
  private static String withoutMark(String text) {
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** Java reads what is not UTF-8 as the replacement character; no letter shall print it. */
  private static void checkEncoding(String name, String text) throws RefusedTemplate {
    int at = text.indexOf('\ufffd');
    if (at >= 0) {
      SourceText source = new SourceText(name, text);
      source.refuse(at, "this character is not UTF-8; save the template as UTF-8");
      throw new RefusedTemplate(source.problems());
    }
  }

  private record Source(String name, Object found) {}
}
