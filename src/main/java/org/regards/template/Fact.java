package org.regards.template;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.utility.StringUtil;
import org.regards.store.RecordField;

/**
 * The mark that a fact leaves in the markup, {@code <data value="order/7.date"
 * data-was="2026-05-03">3 May</data>}. A text fact is also a plain text to a template, so that
 * comparing, measuring and concatenating work.
 */
final class Fact extends TemplateHTMLOutputModel implements TemplateScalarModel {
  private final String text;

  private Fact(RecordField source, String value, String text) {
    super(null, markup(source, value, text));
    this.text = text;
  }

  static Fact of(RecordField source, String value, String text) {
    return new Fact(source, value, text);
  }

  @Override
  public String getAsString() {
    return text;
  }

  @Override
  public HTMLOutputFormat getOutputFormat() {
    return HTMLOutputFormat.INSTANCE;
  }

  private static String markup(RecordField source, String value, String text) {
    String escaped = StringUtil.XHTMLEnc(text);
    StringBuilder mark = new StringBuilder(escaped.length() + 80);
    mark.append("<data value=\"").append(StringUtil.XHTMLEnc(source.toString())).append('"');
    if (!value.equals(text)) {
      mark.append(" data-was=\"").append(StringUtil.XHTMLEnc(value)).append('"');
    }
    return mark.append('>').append(escaped).append("</data>").toString();
  }
}
