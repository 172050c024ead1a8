package org.regards.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.language.LetterLanguage;

/** Which file is taken, what it says of itself, and how all that is wrong with it is said. */
class TemplateFolderTest {
  @TempDir private Path folder;
  private Workshop workshop;

  @BeforeEach
  void openWorkshop() {
    workshop = Workshop.in(folder);
  }

  @Test
  void listsEverythingMissingWithItsPlace() {
    assertThat(
            workshop.run(
                """
                <p>${customer.email}</p>
                <#if customer.phone??>no<#else>yes</#if>
                <p>${customer.email}, ${praise.at}, ${customer.phone}</p>
                """))
        .isEqualTo(
            """
            ✗ thank-you.ftlh:2:6 lacks customer.email
            thank-you.ftlh:4:6 lacks customer.email
            thank-you.ftlh:4:25 lacks praise
            thank-you.ftlh:4:39 lacks customer.phone\
            """);
  }

  @Test
  void saysWhatThereIsInsteadOfAnUnknownField() {
    assertThat(workshop.run("<p>${customer.nmae}</p>"))
        .isEqualTo(
            "✗ thank-you.ftlh:2:4: there is no customer.nmae; customer has: email, form, fruits,"
                + " known, name, paid, phone, share, since, years");
  }

  @Test
  void saysWhereTheSyntaxIsWrong() {
    assertThat(workshop.run("<p>\n<#if customer.known>x</p>"))
        .isEqualTo(
            "✗ thank-you.ftlh:3:25: Unexpected end of file reached. You have an unclosed #if. Check"
                + " if the FreeMarker end-tags are present, and aren't malformed. (Note that"
                + " FreeMarker end-tags must have # or @ after the / character.)");
  }

  @Test
  void saysWhereAnIncludedFileIsWrong() {
    workshop.write("terms.ftlh", "<p>\n<#if true>x</p>");
    assertThat(workshop.run("<#include \"terms.ftlh\">"))
        .startsWith("✗ terms.ftlh:2:15: Unexpected end of file reached.");
  }

  @Test
  void saysTheSameWhenAskedAgain() {
    workshop.write("thank-you.ftlh", "<p>\n<#if true>x</p>").write("farewell.ftlh", "<b>");
    TemplateFolder templates = workshop.open();
    String first = Workshop.said(templates);
    assertThat(first).startsWith("✗ thank-you.ftlh:2:15: Unexpected end of file reached.");
    assertThat(Workshop.said(templates)).isEqualTo(first);
    for (int time = 0; time < 2; time++) {
      assertThatThrownBy(() -> templates.metadata("farewell", LetterLanguage.EN_GB))
          .hasMessageStartingWith("farewell.ftlh:1:1: <b> is not a tag that a letter can hold");
    }
  }

  @Test
  void emptyTemplateGivesNothing() {
    assertThat(workshop.runFile("")).isEmpty();
    assertThatThrownBy(() -> workshop.open().metadata("thank-you", LetterLanguage.EN_GB))
        .isInstanceOf(TemplateException.class)
        .hasMessage(
            "thank-you.ftlh: its <#ftl attributes={…}> want \"type\":\"…\"; want"
                + " \"languages\":[\"…\"]; want \"channels\":[\"…\"]; want \"needs\":[\"…\"].");
  }

  @Test
  void saysAllProblemsOfTheAttributesTogether() {
    workshop.write(
        "thank-you.ftlh",
        """
        <#ftl attributes={
          "type": "",
          "languages": "en",
          "channels": ["email", 1],
          "needs": [],
          "inputs": {"until": {"kind": "date", "ask": "when?"}, "who": "staff"}
        }>
        """);
    assertThatThrownBy(() -> workshop.open().metadata("thank-you", LetterLanguage.EN_GB))
        .hasMessage(
            "thank-you.ftlh: its <#ftl attributes={…}> want \"type\":\"…\"; want"
                + " \"languages\":[\"…\"]; want \"channels\":[\"…\"]; want \"until\" among the"
                + " inputs as {\"kind\":\"text|day|money|number|staff|policy|interaction\","
                + "\"ask\":\"…\"}; want \"who\" among the inputs as"
                + " {\"kind\":\"text|day|money|number|staff|policy|interaction\",\"ask\":\"…\"}.");
  }

  @Test
  void readsWhatTheTemplateSaysOfItself() {
    workshop.write(
        "thank-you.ftlh",
        """
        <#ftl attributes={"type":"thank-you","languages":["en"],"channels":["email","print"],
          "needs":["case"],"inputs":{"until":{"kind":"day","ask":"the last day"}}}>
        """);
    assertThat(workshop.open().metadata("thank-you", LetterLanguage.EN_US))
        .isEqualTo(
            new TemplateMetadata(
                "thank-you.ftlh",
                "thank-you",
                List.of("en"),
                List.of("email", "print"),
                List.of("case"),
                Map.of("until", new TemplateInput(TemplateInput.Kind.DAY, "the last day"))));
  }

  @Test
  void takesTheMostFittingLanguage() {
    workshop
        .write("thank-you.ftlh", "thanks")
        .write("thank-you_fr.ftlh", "merci")
        .write("thank-you_en_US.ftlh", "howdy");
    TemplateFolder templates = workshop.open();
    assertThat(Workshop.said(templates, LetterLanguage.EN_GB)).isEqualTo("thanks");
    assertThat(Workshop.said(templates, LetterLanguage.EN_US)).isEqualTo("howdy");
    assertThat(Workshop.said(templates, LetterLanguage.FR_FR)).isEqualTo("merci");
  }

  @Test
  void libraryIsLookedUpInTheLanguageToo() {
    workshop
        .write("lib/phrases_fr.ftlh", "<#macro greeting>Chère ${customer.name},</#macro>")
        .write("thank-you.ftlh", "<@greeting/>");
    assertThat(Workshop.said(workshop.open(), LetterLanguage.FR_FR)).startsWith("Chère <data");
    assertThat(Workshop.said(workshop.open(), LetterLanguage.DE_DE)).startsWith("Dear <data");
  }

  @Test
  void refusesLanguageThatTheTemplateIsNotWrittenIn() {
    workshop.run("x");
    assertThatThrownBy(() -> workshop.open().metadata("thank-you", LetterLanguage.DE_DE))
        .hasMessage(
            "There is no thank-you letter in de-DE: thank-you.ftlh is written in en, fr. Add a"
                + " template thank-you_de.ftlh to %s, or choose --language.".formatted(folder));
  }

  @Test
  void refusesTemplateOfAnotherType() {
    workshop.run("x");
    workshop.write("farewell.ftlh", read("thank-you.ftlh"));
    assertThatThrownBy(() -> workshop.open().metadata("farewell", LetterLanguage.EN_GB))
        .hasMessage(
            "farewell.ftlh says that it is for the letter type thank-you, not farewell. Mend"
                + " \"type\" in its <#ftl attributes>.");
  }

  @Test
  void namesTheTemplatesThatThereAre() {
    workshop.write("thank-you.ftlh", "").write("farewell.ftlh", "");
    assertThatThrownBy(() -> workshop.open().metadata("invite", LetterLanguage.EN_GB))
        .hasMessage(
            "There is no template invite.ftlh in %s. Templates there: farewell.ftlh, thank-you.ftlh."
                .formatted(folder));
  }

  @Test
  void saysWhichFileOfTheLibraryIsMissing() throws IOException {
    Files.delete(folder.resolve("lib/phrases.ftlh"));
    assertThat(workshop.run("x"))
        .isEqualTo(
            "✗ There is no lib/phrases.ftlh in "
                + folder
                + ". Every letter needs it; copy it from the program's own templates.");
  }

  @Test
  void takesTheUsersOwnTemplateBeforeTheShippedOne(@TempDir Path own) throws IOException {
    workshop.write("thank-you.ftlh", "shipped").write("farewell.ftlh", "");
    Files.writeString(own.resolve("thank-you.ftlh"), "own");
    TemplateFolder templates = TemplateFolder.open(List.of(own, folder), TemplateFolder.TIME_LIMIT);
    assertThat(Workshop.said(templates)).isEqualTo("own");
    assertThatThrownBy(() -> templates.metadata("invite", LetterLanguage.EN_GB))
        .hasMessageContaining("in %s, %s. Templates there: ".formatted(own, folder));
  }

  @Test
  void refusesFolderThatIsNotThere() {
    Path absent = folder.resolve("absent");
    assertThatThrownBy(() -> TemplateFolder.open(List.of(absent), TemplateFolder.TIME_LIMIT))
        .isInstanceOf(TemplateException.class)
        .hasMessage(
            "There is no template folder %s. Name the right one with --templates FOLDER."
                .formatted(absent));
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
