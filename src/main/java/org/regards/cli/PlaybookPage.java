package org.regards.cli;

import java.time.LocalDate;
import java.util.List;
import org.regards.playbook.Playbook;

/** A playbook as one HTML page that stands alone, on screen and on paper: for training. */
final class PlaybookPage {
  private static final String STYLE =
      """
      body { font: 11pt/1.45 "Liberation Sans", Arial, sans-serif; color: #222; margin: 2rem auto; max-width: 62rem; padding: 0 1rem }
      h1 { font-size: 20pt; margin: 0 } h2 { font-size: 13pt; margin: 2rem 0 .3rem }
      p { margin: .2rem 0 .6rem } .remark, .day { color: #555 }
      table { border-collapse: collapse; width: 100% } caption { text-align: left; color: #555; padding-bottom: .4rem }
      th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ccc }
      thead th { border-bottom: 1.5px solid #222 } tbody th { white-space: nowrap }
      @media print { body { font-size: 8.5pt; margin: 0 } tr { break-inside: avoid } h2 { break-after: avoid } @page { size: A4 landscape; margin: 15mm } }
      """;

  private final StringBuilder html = new StringBuilder();

  private PlaybookPage() {}

  static String of(Playbook playbook, LocalDate day) {
    PlaybookPage page = new PlaybookPage();
    String title = PlaybookOutline.title(playbook, day);
    page.html
        .append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escaped(playbook.plan(day).name()))
        .append("</h1>\n<p class=\"day\">")
        .append(escaped("%s. As of %s.".formatted(title, day)))
        .append("</p>\n");
    PlaybookOutline.of(playbook, day).forEach(page::add);
    return page.html.append("</body>\n</html>\n").toString();
  }

  private void add(PlaybookOutline.Chapter chapter) {
    html.append("<h2>").append(escaped(chapter.heading())).append("</h2>\n");
    if (chapter.isEmpty()) {
      html.append("<p class=\"remark\">None.</p>\n");
      return;
    }
    html.append("<table>\n");
    if (!chapter.remark().isEmpty()) {
      html.append("<caption>").append(escaped(chapter.remark())).append("</caption>\n");
    }
    html.append("<thead><tr>");
    chapter
        .rows()
        .getFirst()
        .forEach(cell -> html.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
    html.append("</tr></thead>\n<tbody>\n");
    chapter.rows().subList(1, chapter.rows().size()).forEach(this::addRow);
    html.append("</tbody>\n</table>\n");
  }

  private void addRow(List<String> row) {
    html.append("<tr><th scope=\"row\">").append(escaped(row.getFirst())).append("</th>");
    row.subList(1, row.size())
        .forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
    html.append("</tr>\n");
  }

  private static String escaped(String text) {
    return TerminalText.block(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
