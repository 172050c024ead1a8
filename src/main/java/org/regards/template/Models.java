package org.regards.template;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateDateModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.regards.store.RecordField;

/**
 * Template values as FreeMarker sees them: plain models only, nothing that leads to a Java object.
 */
final class Models {
  private Models() {}

  static @Nullable TemplateModel of(@Nullable TemplateValue value, MissingValues missing) {
    return switch (value) {
      case null -> null;
      case TemplateValue.Text text -> Fact.of(text.source(), text.text(), text.printed());
      case TemplateValue.Day day -> new DayModel(day.source(), day.day(), false);
      case TemplateValue.Amount amount -> new AmountModel(amount);
      case TemplateValue.Count count -> new CountModel(count);
      case TemplateValue.Percent percent -> new PercentModel(percent);
      case TemplateValue.Later later -> of(later.value(), missing);
      case TemplateValue.Word word -> (TemplateScalarModel) word::word;
      case TemplateValue.Flag flag ->
          flag.holds() ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
      case TemplateValue.Series series -> new SeriesModel(series.items(), missing);
      case TemplateValue.Group group -> new GroupModel(group, missing);
    };
  }

  /**
   * A day; prints as the language writes it, with the year where it is not the letter's or asked
   * for.
   */
  record DayModel(RecordField source, LocalDate day, boolean withYear)
      implements TemplateDateModel {
    @Override
    public Date getAsDate() {
      return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    @Override
    public int getDateType() {
      return DATE;
    }
  }

  record AmountModel(TemplateValue.Amount amount) implements TemplateNumberModel {
    @Override
    public Number getAsNumber() {
      return amount.money().getAmount();
    }
  }

  record CountModel(TemplateValue.Count count) implements TemplateNumberModel {
    @Override
    public Number getAsNumber() {
      return count.count();
    }
  }

  record PercentModel(TemplateValue.Percent percent) implements TemplateNumberModel {
    @Override
    public Number getAsNumber() {
      return percent.percent();
    }
  }

  private record SeriesModel(List<? extends TemplateValue> items, MissingValues missing)
      implements TemplateSequenceModel {
    @Override
    public @Nullable TemplateModel get(int index) {
      return index >= 0 && index < items.size() ? of(items.get(index), missing) : null;
    }

    @Override
    public int size() {
      return items.size();
    }
  }

  record GroupModel(TemplateValue.Group group, MissingValues missing) implements TemplateHashModel {
    @Override
    public @Nullable TemplateModel get(String key) throws TemplateModelException {
      TemplateModel model = of(group.values().get(key), missing);
      if (model != null) {
        return model;
      }
      boolean known = group.values().containsKey(key);
      String asked = group.name().isEmpty() ? key : group.name() + "." + key;
      if (!known && group.name().isEmpty()) {
        // the names of macros and variables come by here too: FreeMarker says it if there is none
        missing.asked("");
        return null;
      }
      if (!known) {
        throw new TemplateModelException(
            "there is no %s; %s has: %s"
                .formatted(
                    asked,
                    group.name(),
                    String.join(", ", new TreeSet<>(group.values().keySet()))));
      }
      missing.asked(asked);
      return null;
    }

    @Override
    public boolean isEmpty() {
      return group.values().isEmpty();
    }
  }
}
