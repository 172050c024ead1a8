package org.regards.document;

import java.util.List;

/**
 * A document as one HTML page that stands alone, on screen and on paper: no script, nothing loaded
 * from elsewhere.
 */
public final class HtmlPage {
  private static final String STYLE =
      """
      :root { color-scheme: light }
      body { font: 11pt/1.5 "Liberation Sans", Arial, sans-serif; color: #222; background: #fff; margin: 2rem auto; max-width: 62rem; padding: 0 1rem }
      h1 { font: 400 24pt/1.2 "Liberation Serif", Georgia, serif; color: #1f4e5f; margin: .2rem 0 }
      h2 { font: 700 14pt/1.3 "Liberation Serif", Georgia, serif; color: #1f4e5f; margin: 2.2rem 0 .4rem; border-bottom: 1px solid #1f4e5f }
      h3 { font-size: 11pt; margin: 1.2rem 0 .2rem } p { margin: .2rem 0 .7rem; max-width: 46rem }
      .notice { border: 1.5px solid #b3402a; color: #8f2f1d; padding: .3rem .7rem; font-weight: 700; max-width: none }
      .subtitle, .remark, figcaption, cite { color: #555 } .remark { font-size: 9.5pt }
      blockquote { margin: .4rem 0 1rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid #1f4e5f; max-width: 46rem } blockquote p { white-space: pre-wrap; font-family: "Liberation Serif", Georgia, serif }
      table { border-collapse: collapse; width: 100%; margin: .4rem 0 1.4rem } caption { text-align: left; color: #555; padding-bottom: .4rem }
      th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0; border-bottom: 1px solid #d5d5d5; overflow-wrap: anywhere }
      th { overflow-wrap: normal } thead th { border-bottom: 1.5px solid #222; font-size: 9.5pt } tbody th { font-weight: 600 } .figure { text-align: right; font-variant-numeric: tabular-nums }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1.2rem; margin: .4rem 0 1.2rem } dt { color: #555 } dd { margin: 0 }
      ul.checks { list-style: "\\2610\\00a0 " } figure { margin: .6rem 0 1.2rem } figcaption { font-weight: 700 } svg { max-width: 100%; height: auto }
      @media print { body { font-size: 9pt; margin: 0; max-width: none } tr, figure, blockquote { break-inside: avoid } h2, h3 { break-after: avoid } @page { margin: 15mm } }
      """;

  private final StringBuilder html = new StringBuilder();
  private int figures;

  private HtmlPage() {}

  public static String of(Document document) {
    HtmlPage page = new HtmlPage();
    page.html
        .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(escaped(document.title()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n");
    if (!document.notice().isEmpty()) {
      page.block("p class=\"notice\"", document.notice());
    }
    page.block("h1", document.title());
    if (!document.subtitle().isEmpty()) {
      page.block("p class=\"subtitle\"", document.subtitle());
    }
    document.elements().forEach(page::add);
    return page.html.append("</main>\n</body>\n</html>\n").toString();
  }

  private void add(Element element) {
    switch (element) {
      case Element.Heading heading -> block("h2", heading.text());
      case Element.Subheading heading -> block("h3", heading.text());
      case Element.Paragraph paragraph -> block("p", paragraph.text());
      case Element.Remark remark -> block("p class=\"remark\"", remark.text());
      case Element.Quote quote -> add(quote);
      case Element.Items items -> list("ul", items.items());
      case Element.Checks checks -> list("ul class=\"checks\"", checks.items());
      case Element.Facts facts -> add(facts);
      case Table table -> add(table);
      case Chart chart -> add(chart);
    }
  }

  private void add(Element.Quote quote) {
    html.append("<blockquote>");
    block("p", quote.text());
    block("cite", quote.source());
    html.append("</blockquote>\n");
  }

  private void add(Element.Facts facts) {
    html.append("<dl>\n");
    for (Element.Fact fact : facts.facts()) {
      block("dt", fact.name());
      block("dd", fact.value());
    }
    html.append("</dl>\n");
  }

  private void list(String tag, List<String> items) {
    html.append('<').append(tag).append(">\n");
    items.forEach(item -> block("li", item));
    html.append("</ul>\n");
  }

  private void add(Table table) {
    if (table.rows().isEmpty()) {
      block("p class=\"remark\"", table.caption().isEmpty() ? "None." : table.caption() + " None.");
      return;
    }
    html.append("<table>\n");
    if (!table.caption().isEmpty()) {
      block("caption", table.caption());
    }
    html.append("<thead><tr>");
    for (int column = 0; column < table.columns().size(); column++) {
      html.append(
              table.isOfFigures(column)
                  ? "<th scope=\"col\" class=\"figure\">"
                  : "<th scope=\"col\">")
          .append(escaped(table.columns().get(column).title()))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    table.rows().forEach(row -> addRow(table, row));
    html.append("</tbody>\n</table>\n");
  }

  private void addRow(Table table, List<Cell> row) {
    html.append("<tr><th scope=\"row\">").append(escaped(row.getFirst().text())).append("</th>");
    for (int column = 1; column < row.size(); column++) {
      html.append(table.isOfFigures(column) ? "<td class=\"figure\">" : "<td>")
          .append(escaped(row.get(column).text()))
          .append("</td>");
    }
    html.append("</tr>\n");
  }

  private void add(Chart chart) {
    html.append("<figure>\n");
    block("figcaption", chart.title());
    html.append(SvgChart.of(chart, ++figures)).append("</figure>\n");
  }

  private void block(String tag, String text) {
    int space = tag.indexOf(' ');
    html.append('<').append(tag).append('>').append(escaped(text)).append("</");
    html.append(space < 0 ? tag : tag.substring(0, space)).append(">\n");
  }

  /** Text of other people: without marks of HTML, and without characters that steer a reader. */
  static String escaped(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\u200c\\u200d]]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
