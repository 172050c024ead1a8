package org.regards.template;

import freemarker.core.Environment;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import freemarker.template.utility.StringUtil;
import java.util.ArrayList;
import java.util.List;
import org.regards.language.LocalFormats;

/** The functions that templates have beside FreeMarker's own. */
final class LetterFunctions {
  /** {@code full(day)}: the day with its year. */
  static final TemplateMethodModelEx FULL =
      arguments -> {
        if (arguments.size() == 1 && arguments.getFirst() == null) {
          throw new MissingArgument();
        }
        if (arguments.size() == 1 && arguments.getFirst() instanceof Models.DayModel day) {
          return new Models.DayModel(day.source(), day.day(), true);
        }
        throw new TemplateModelException("full(…) wants one day, for example full(order.date)");
      };

  /**
   * {@code plural(count, "year", "years")}: the form for one, and the form for all other counts.
   */
  static final TemplateMethodModelEx PLURAL =
      arguments -> {
        if (arguments.size() == 3 && arguments.getFirst() instanceof TemplateNumberModel count) {
          String category = formats().plural(count.getAsNumber().longValue());
          return arguments.get(category.equals("one") ? 1 : 2);
        }
        throw new TemplateModelException(
            "plural(…) wants a count and two forms, for example plural(customer.years, \"year\","
                + " \"years\")");
      };

  /**
   * {@code listed(items)}: the items as the language lists them in a sentence; facts stay facts.
   */
  static final TemplateMethodModelEx LISTED =
      arguments -> {
        if (arguments.size() == 1 && arguments.getFirst() instanceof TemplateSequenceModel items) {
          return listed(items);
        }
        throw new TemplateModelException("listed(…) wants one list");
      };

  /** A function was called with a value that is not there. */
  static final class MissingArgument extends TemplateModelException {
    MissingArgument() {
      super("a value is not there");
    }
  }

  private LetterFunctions() {}

  private static TemplateModel listed(TemplateSequenceModel items) throws TemplateModelException {
    List<String> marks = new ArrayList<>();
    for (int index = 0; index < items.size(); index++) {
      marks.add(markup(items.get(index)));
    }
    if (marks.isEmpty()) {
      return new SimpleScalar("");
    }
    return new Marked(formats().list(marks));
  }

  private static String markup(TemplateModel item) throws TemplateModelException {
    return switch (item) {
      case Models.DayModel day ->
          HTMLOutputFormat.INSTANCE.getMarkupString(
              Fact.of(day.source(), day.day().toString(), run().say(day)));
      case TemplateHTMLOutputModel fact -> HTMLOutputFormat.INSTANCE.getMarkupString(fact);
      case TemplateScalarModel text -> StringUtil.XHTMLEnc(text.getAsString());
      default -> throw new TemplateModelException("listed(…) can list texts only");
    };
  }

  private static LocalFormats formats() {
    return run().formats();
  }

  private static FactFormats.Run run() {
    return FactFormats.Run.of(Environment.getCurrentEnvironment());
  }

  private static final class Marked extends TemplateHTMLOutputModel {
    Marked(String markup) {
      super(null, markup);
    }
  }
}
