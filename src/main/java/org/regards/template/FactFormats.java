package org.regards.template;

import freemarker.core.Environment;
import freemarker.core.TemplateDateFormat;
import freemarker.core.TemplateDateFormatFactory;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.UnformattableValueException;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import org.regards.language.LocalFormats;

/**
 * How numbers and days print: a value from a record as a marked fact, anything computed as plain
 * text, both as the letter's language writes them.
 */
final class FactFormats {
  /** The name under which the configuration knows both formats. */
  static final String NAME = "fact";

  static final Numbers NUMBERS = new Numbers();
  static final Days DAYS = new Days();

  /** What a run of a template carries for its formats. */
  record Run(LocalFormats formats, LocalDate today) {
    private static final Object KEY = new Object();

    void bindTo(Environment environment) {
      environment.setCustomState(KEY, this);
    }

    String say(Models.DayModel day) {
      return day.withYear() ? formats.fullDay(day.day()) : formats.day(day.day(), today);
    }

    static Run of(Environment environment) {
      if (environment.getCustomState(KEY) instanceof Run run) {
        return run;
      }
      throw new IllegalStateException("a template ran without its formats");
    }
  }

  private FactFormats() {}

  static final class Numbers extends TemplateNumberFormatFactory {
    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
      return new NumberForm(Run.of(environment).formats());
    }
  }

  private static final class NumberForm extends TemplateNumberFormat {
    private final LocalFormats formats;

    NumberForm(LocalFormats formats) {
      this.formats = formats;
    }

    @Override
    public Object format(TemplateNumberModel model)
        throws UnformattableValueException, TemplateModelException {
      return switch (model) {
        case Models.AmountModel amount ->
            Fact.of(
                amount.amount().source(),
                amount.amount().money().toString(),
                formatToPlainText(model));
        case Models.CountModel count ->
            Fact.of(
                count.count().source(),
                Long.toString(count.count().count()),
                formatToPlainText(model));
        case Models.PercentModel percent ->
            Fact.of(
                percent.percent().source(),
                percent.percent().percent().toPlainString(),
                formatToPlainText(model));
        default -> formatToPlainText(model);
      };
    }

    @Override
    public String formatToPlainText(TemplateNumberModel model) throws TemplateModelException {
      return switch (model) {
        case Models.AmountModel amount -> formats.money(amount.amount().money());
        case Models.CountModel count -> formats.count(count.count().count());
        case Models.PercentModel percent -> formats.percent(percent.percent().percent());
        default -> formats.number(model.getAsNumber());
      };
    }

    @Override
    public boolean isLocaleBound() {
      return true;
    }

    @Override
    public String getDescription() {
      return "numbers as the letter's language writes them";
    }
  }

  static final class Days extends TemplateDateFormatFactory {
    @Override
    public TemplateDateFormat get(
        String parameters,
        int dateType,
        Locale locale,
        TimeZone timeZone,
        boolean zonelessInput,
        Environment environment) {
      return new DayForm(Run.of(environment));
    }
  }

  private static final class DayForm extends TemplateDateFormat {
    private final Run run;

    DayForm(Run run) {
      this.run = run;
    }

    @Override
    public Object format(TemplateDateModel model) throws TemplateModelException {
      return model instanceof Models.DayModel day
          ? Fact.of(day.source(), day.day().toString(), formatToPlainText(model))
          : formatToPlainText(model);
    }

    @Override
    public String formatToPlainText(TemplateDateModel model) throws TemplateModelException {
      return switch (model) {
        case Models.DayModel day -> run.say(day);
        default -> {
          Instant instant = model.getAsDate().toInstant();
          yield run.formats().day(LocalDate.ofInstant(instant, ZoneOffset.UTC), run.today());
        }
      };
    }

    @Override
    public Object parse(String text, int dateType) {
      throw new UnsupportedOperationException("a letter template reads no dates");
    }

    @Override
    public boolean isLocaleBound() {
      return true;
    }

    @Override
    public boolean isTimeZoneBound() {
      return false;
    }

    @Override
    public String getDescription() {
      return "days as the letter's language writes them";
    }
  }
}
