package org.regards.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.language.LetterLanguage;

/** What a value from a record leaves in the markup, and what a template may do with it. */
class FactMarksTest {
  private static final String NAME = "<data value=\"customer/C-7.name\">Ann O’Hara &amp; Co</data>";

  @TempDir private static Path folder;
  private Workshop workshop;

  @BeforeEach
  void openWorkshop() {
    workshop = Workshop.in(folder);
  }

  @Test
  void marksText() {
    assertThat(workshop.run("${customer.name}")).isEqualTo(NAME);
  }

  @Test
  void marksDayWithItsStoredForm() {
    assertThat(workshop.run("${customer.since}"))
        .isEqualTo("<data value=\"customer/C-7.since\" data-was=\"2026-05-03\">3 May</data>");
  }

  @Test
  void marksMoney() {
    assertThat(workshop.run("${customer.paid}"))
        .isEqualTo("<data value=\"customer/C-7.paid\" data-was=\"GBP 9.50\">£9.50</data>");
  }

  @Test
  void marksCountAsWord() {
    assertThat(workshop.run("${customer.years}"))
        .isEqualTo("<data value=\"customer/C-7.years\" data-was=\"3\">three</data>");
  }

  @Test
  void marksPercent() {
    assertThat(workshop.run("${customer.share}"))
        .isEqualTo("<data value=\"customer/C-7.share\" data-was=\"25\">25%</data>");
  }

  @Test
  void printsWordUnmarked() {
    assertThat(workshop.run("${customer.form}")).isEqualTo("formal");
  }

  @Test
  void marksFactInTheLettersLanguage() {
    workshop.write("thank-you.ftlh", "${customer.since}, ${customer.paid}, ${customer.years}");
    assertThat(Workshop.said(workshop.open(), LetterLanguage.FR_FR))
        .isEqualTo(
            "<data value=\"customer/C-7.since\" data-was=\"2026-05-03\">3 mai</data>,"
                + " <data value=\"customer/C-7.paid\" data-was=\"GBP 9.50\">9,50\u00a0£GB</data>,"
                + " <data value=\"customer/C-7.years\" data-was=\"3\">trois</data>");
  }

  @Test
  void concatenationKeepsMarks() {
    assertThat(workshop.run("${\"<b>\" + customer.name + \" & \" + customer.name}"))
        .isEqualTo("&lt;b&gt;" + NAME + " &amp; " + NAME);
  }

  @Test
  void interpolationInTextKeepsMarks() {
    assertThat(workshop.run("<#assign x = \"to ${customer.name}\">${x}")).isEqualTo("to " + NAME);
  }

  @Test
  void variableAndMacroKeepMarks() {
    assertThat(
            workshop.run(
                "<#assign x = customer.since><#macro m day>${day}</#macro><@m x/><@m full(x)/>"))
        .isEqualTo(
            "<data value=\"customer/C-7.since\" data-was=\"2026-05-03\">3 May</data>"
                + "<data value=\"customer/C-7.since\" data-was=\"2026-05-03\">3 May 2026</data>");
  }

  @Test
  void comparisonsSeePlainValues() {
    assertThat(
            workshop.run(
                """
                ${(customer.name == "Ann O’Hara & Co")?c} ${customer.name?length}
                ${customer.name?starts_with("Ann")?c} ${customer.name?contains("& Co")?c}
                ${(customer.years == 3)?c} ${(customer.paid gt 9)?c} ${(customer.share lte 25)?c}
                ${(customer.since == customer.since)?c} ${customer.known?then("yes", "no")}
                """))
        .isEqualTo("true 15\ntrue true\ntrue true true\ntrue yes");
  }

  @Test
  void computedNumberIsNoFactAndKeepsItsDecimals() {
    assertThat(workshop.run("${customer.paid + 1.25} ${customer.years * 1000} ${1 / 3}"))
        .isEqualTo("10.75 3,000 0.333333");
  }

  @Test
  void seriesItemsAreFacts() {
    assertThat(workshop.run("<#list customer.fruits as fruit>${fruit}<#sep>, </#list>"))
        .isEqualTo(
            "<data value=\"customer/C-7.fruit\">plums</data>, <data"
                + " value=\"customer/C-7.fruit\">figs</data>");
  }

  @Test
  void listsFactsAsTheLanguageDoes() {
    assertThat(workshop.run("${listed(customer.fruits)}"))
        .isEqualTo(
            "<data value=\"customer/C-7.fruit\">plums</data> and <data"
                + " value=\"customer/C-7.fruit\">figs</data>");
  }

  @Test
  void choosesPluralForm() {
    assertThat(
            workshop.run(
                "${plural(1, \"year\", \"years\")} ${plural(customer.years, \"year\", \"years\")}"
                    + " ${plural(0, \"year\", customer.name)}"))
        .isEqualTo("year years " + NAME);
  }

  @Test
  void functionsSayWhatTheyWant() {
    assertThat(workshop.run("${full(customer.name)}\n${plural(1)}\n${listed(1)}\n"))
        .isEqualTo(
            """
            ✗ thank-you.ftlh:2:1: full(…) wants one day, for example full(order.date)
            thank-you.ftlh:3:1: plural(…) wants a count and two forms, for example \
            plural(customer.years, "year", "years")
            thank-you.ftlh:4:1: listed(…) wants one list\
            """);
  }
}
