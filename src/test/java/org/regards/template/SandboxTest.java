package org.regards.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The known ways out of a FreeMarker template, and some that only a guard in front of it opens:
 * none runs, and each is answered with the place and the reason.
 */
class SandboxTest {
  private static final String COMMENT = "a comment cannot stand inside a tag or ${…}";
  private static final String NO_END = "this has no end: a bracket or a quotation mark is missing";
  private static final String QUOTE =
      "a text in quotes cannot follow a word directly; r\"…\" is not allowed";
  private static final String OWN_VALUES =
      "FreeMarker's own values, such as .now, are not for letter templates";
  private static final String RANGE =
      "neither a range of numbers nor an open list of parameters is allowed in a letter template";
  private static final String HEADER = "<#ftl> may hold attributes={…} and nothing else";
  private static final String INCLUDE =
      "<#include> wants one file name in quotes, for example <#include \"terms.ftlh\">";
  private static final String LIST =
      "a list in brackets can only be asked, as in [\"a\", \"b\"]?seq_contains(…), or gone through"
          + " with <#list [\"a\", \"b\"] as …>";
  private static final String BARE = "a < that begins no tag is written &lt;";

  @TempDir private static Path folder;
  private Workshop workshop;

  /** A piece of a template, and the reason that refuses it. */
  private record Attack(String body, String reason) {}

  @BeforeEach
  void openWorkshop() {
    workshop = Workshop.in(folder.resolve("templates"));
  }

  @TestFactory
  Stream<DynamicTest> refusesBuiltIn() {
    return Stream.of(
            "new",
            "api",
            "eval",
            "evalJson",
            "eval_json",
            "interpret",
            "no_esc",
            "noEsc",
            "esc",
            "html",
            "xhtml",
            "xml",
            "url",
            "url_path",
            "js_string",
            "json_string",
            "rtf",
            "markup_string",
            "matches",
            "replace",
            "keep_after",
            "split",
            "groups",
            "left_pad",
            "leftPad",
            "right_pad",
            "word_list",
            "chunk",
            "map",
            "filter",
            "take_while",
            "drop_while",
            "sort",
            "sort_by",
            "reverse",
            "keys",
            "values",
            "default",
            "if_exists",
            "parent",
            "children",
            "node_name",
            "with_args",
            "with_args_last",
            "absolute_template_name",
            "date",
            "datetime",
            "number",
            "boolean",
            "namespace",
            "sequence",
            "iso_utc",
            "long",
            "double",
            "lower_abc",
            "eval2")
        .map(
            builtIn ->
                dynamicTest(
                    builtIn,
                    () ->
                        assertThat(workshop.run("${\"7*7\"?%s}".formatted(builtIn)))
                            .startsWith(
                                "✗ thank-you.ftlh:2:8: ?%s is not allowed in a letter template; allowed built-ins are: abs, c, cap_first, "
                                    .formatted(builtIn))));
  }

  @TestFactory
  Stream<DynamicTest> refusesDirective() {
    return Stream.of(
            "setting locale=\"de\"",
            "outputformat \"plainText\"",
            "outputFormat \"plainText\"",
            "noautoesc",
            "noAutoEsc",
            "autoesc",
            "noparse",
            "noParse",
            "escape x as x?html",
            "noescape",
            "attempt",
            "recover",
            "stop \"x\"",
            "flush",
            "global x=1",
            "visit x",
            "recurse",
            "fallback",
            "transform x",
            "call x",
            "comment",
            "foreach x in y",
            "import \"lib/letter.ftlh\" as l",
            "function1 x",
            "IF true")
        .map(
            directive ->
                dynamicTest(
                    directive,
                    () ->
                        assertThat(workshop.run("<#%s>".formatted(directive)))
                            .startsWith(
                                "✗ thank-you.ftlh:2:1: <#%s> is not allowed in a letter template; allowed directives are: assign, break, "
                                    .formatted(directive.split(" ", 2)[0]))));
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatWouldRunJava() {
    return refused(
        new Attack("${\"freemarker.template.utility.Execute\"?new()(\"id\")}", "?new"),
        new Attack("${\"freemarker.template.utility.ObjectConstructor\"?new()}", "?new"),
        new Attack("${\"freemarker.template.utility.JythonRuntime\"?new()}", "?new"),
        new Attack("<#assign ex = \"freemarker.template.utility.Execute\" ? new ()>", "?new"),
        new Attack("<@\"freemarker.template.utility.JythonRuntime\"?new()>x</@>", "?new"),
        new Attack("${customer?api.class.classLoader}", "?api"),
        new Attack("<@\"${7*7}\"?interpret/>", "?interpret"),
        new Attack("${customer.class}", "there is no customer.class; customer has: "),
        new Attack(
            "${customer.name.class}",
            "For \".\" left-hand operand: Expected a hash, but this has evaluated to a"
                + " string+markup_output: customer.name"),
        new Attack("${customer.name.getClass()}", "For \".\" left-hand operand: Expected a hash"),
        new Attack("${customer.since.getClass()}", "For \".\" left-hand operand: Expected a hash"),
        new Attack("${customer.years.getClass()}", "For \".\" left-hand operand: Expected a hash"),
        new Attack("${customer.paid.money}", "For \".\" left-hand operand: Expected a hash"),
        new Attack(
            "${customer.share[\"class\"]}", "For \"...[...]\" left-hand operand: Expected a"),
        new Attack("${customer.form.getClass()}", "For \".\" left-hand operand: Expected a hash"),
        new Attack("${customer.known.getClass()}", "For \".\" left-hand operand: Expected a hash"),
        new Attack("${customer.fruits.items}", "For \".\" left-hand operand: Expected a hash"),
        new Attack("${full.class}", "For \".\" left-hand operand: Expected a hash"),
        new Attack(
            "${full(customer.since).source}", "For \".\" left-hand operand: Expected a hash"),
        new Attack("${class}", "The following has evaluated to null or missing: class"),
        new Attack("${statics}", "The following has evaluated to null or missing: statics"));
  }

  @TestFactory
  Stream<DynamicTest> refusesFreeMarkersOwnValues() {
    return Stream.concat(
        Stream.of(
                "data_model",
                "dataModel",
                "globals",
                "main",
                "namespace",
                "vars",
                "locals",
                "template_name",
                "current_template_name",
                "caller_template_name",
                "locale_object",
                "output_format",
                "now",
                "node",
                "version",
                "args",
                "get_optional_template(\"x\")",
                "getOptionalTemplate(\"x\")")
            .flatMap(
                value ->
                    refused(
                        new Attack("${." + value + "}", OWN_VALUES),
                        new Attack("<#if 1 gt." + value + ">x</#if>", OWN_VALUES),
                        new Attack("<#if true && ." + value + "??>x</#if>", OWN_VALUES),
                        new Attack("${customer.email!." + value + "}", OWN_VALUES))),
        refused(
            new Attack("<@.main.part \"x\"/>", OWN_VALUES),
            new Attack("<#list .vars as x></#list>", OWN_VALUES),
            new Attack("${\"${.now}\"}", OWN_VALUES)));
  }

  /**
   * Where a guard that reads a little differently than FreeMarker would miss what FreeMarker runs.
   */
  @TestFactory
  Stream<DynamicTest> refusesWhatTwoReadersCouldTakeInTwoWays() {
    return refused(
        new Attack("${\"7*7\"?<#-- x -->eval}", "? is not allowed"),
        new Attack("${\"7*7\"?<!-- x -->eval}", "? is not allowed"),
        new Attack("${\"7*7\"?[#-- x --]eval}", "? is not allowed"),
        new Attack("${\"7*7\"?[!-- x --]eval}", "? is not allowed"),
        new Attack("${\"7*7\"<#-- --]?eval <#-- -->}", COMMENT),
        new Attack("${\"7*7\"<!-- --]?eval <!-- -->}", COMMENT),
        new Attack("${\"7*7\"[#-- --]?eval [#-- -->}", COMMENT),
        new Attack("${\"7*7\"[!-- -->?eval [!-- -->}", COMMENT),
        new Attack("${\"7*7\"?\u00a0eval}", "? is not allowed"),
        new Attack("${\"7*7\"?\\eval}", "? is not allowed"),
        new Attack("${r\"${7*7}\"}", QUOTE),
        new Attack("<#macro m a b=\"\">${b}</#macro><@m 1r\"\\\" + \"7*7\"?eval/>\"", QUOTE),
        new Attack("<#macro m a b>${b}</#macro><@m @r\"\\\" \"?eval \"/>", "@ cannot stand here"),
        new Attack("<@m $r\"\\\" \"?eval \"/>", "$ cannot stand here"),
        new Attack("<@m \\-r\"\\\" \"?eval \"/>", "\\ cannot stand here"),
        new Attack("<#assign x=1]\" ${\"7*7\"?eval} \"", "this ] closes nothing"),
        new Attack("<#assign x=1)> ${\"7*7\"?eval}", "this ) closes nothing"),
        new Attack("<#if (1 > [2)>${\"7*7\"?eval}", "this ) closes nothing"),
        new Attack("${\"${\\\"7*7\\\"?eval}\"}", "?eval is not allowed"),
        new Attack("${\"\\x24{'7*7'\\x003feval}\"}", "?eval is not allowed"),
        new Attack("${\"${'${\\\"7*7\\\"?eval}'}\"}", "?eval is not allowed"),
        new Attack("${'${\"7*7\"?eval}'}", "?eval is not allowed"),
        new Attack("${\"\\q\"}", "this text in quotes has an escape that does not exist"),
        new Attack("${\"a", NO_END),
        new Attack("<#if (true", NO_END),
        new Attack("<@part \"x\"", NO_END),
        new Attack("<#-- a", "this comment has no end, which is -->"));
  }

  @Test
  void endsCommentWhereFreeMarkerDoes() {
    assertThat(workshop.run("a<#-- --] ${\"7*7\"?eval} <script> -->b")).isEqualTo("ab");
  }

  @Test
  void takesOtherSyntaxesForText() {
    assertThat(workshop.run("#{7*7} [=7*7] [#if true] [@part] $ {7*7} $7 \\${7*7}"))
        .isEqualTo("#{7*7} [=7*7] [#if true] [@part] $ {7*7} $7 \\49");
  }

  @TestFactory
  Stream<DynamicTest> refusesHeaderThatTurnsEscapingOff() {
    String attributes = "attributes={\"type\":\"thank-you\"}";
    return Stream.of(
            "<#ftl output_format=\"plainText\">",
            "<#ftl auto_esc=false>",
            "<#ftl autoEsc=false " + attributes + ">",
            "<#ftl " + attributes + " auto_esc=false>",
            "<#ftl " + attributes + " auto_esc=false attributes={}>",
            "<#ftl " + attributes + " output_format=\"plainText\" attributes={}>",
            "<#ftl " + attributes + " outputFormat=\"undefined\"/>",
            "<#ftl strip_whitespace=false>",
            "<#ftl encoding=\"UTF-7\">",
            "<#ftl ns_prefixes={\"D\":\"http://x\"}>",
            "<#ftl attributes=customer>",
            "<#ftl attributes={}.x>")
        .map(
            header ->
                dynamicTest(
                    header,
                    () ->
                        assertThat(workshop.runFile(header + "${\"<b>\"}"))
                            .startsWith("✗ thank-you.ftlh:1:1: " + HEADER)));
  }

  @Test
  void refusesHeaderOfTheOtherSyntax() {
    assertThat(
            workshop.runFile(
                """
                [#ftl]
                [#assign x="freemarker.template.utility.Execute"?new()]
                """))
        .isEqualTo(
            "✗ thank-you.ftlh:1:1: directives are written <#…> in a letter template, not [#…]");
  }

  @TestFactory
  Stream<DynamicTest> refusesFileOutsideTheFolder() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.ftlh"), "SECRET");
    Files.createSymbolicLink(
        workshop.folder().resolve("link.ftlh"), outside.resolve("secret.ftlh"));
    String up = "../outside/secret.ftlh";
    return refused(
        new Attack("<#include \"" + up + "\">", "there is no template " + up + " to include"),
        new Attack("<#include \"lib/../" + up + "\">", "there is no template "),
        new Attack("<#include \"/etc/passwd\">", "there is no template etc/passwd to include"),
        new Attack(
            "<#include \"" + outside + "/secret.ftlh\">",
            "there is no template " + absolute(outside) + "/secret.ftlh to include"),
        new Attack("<#include \"..%2fsecret.ftlh\">", INCLUDE),
        new Attack("<#include \"%2e%2e/secret.ftlh\">", INCLUDE),
        new Attack("<#include \"..\\\\secret.ftlh\">", INCLUDE),
        new Attack("<#include \"file:///etc/passwd\">", INCLUDE),
        new Attack("<#include \"http://localhost/x\">", INCLUDE),
        new Attack("<#include \"classpath:logback.xml\">", INCLUDE),
        new Attack("<#include \"*/x.ftlh\">", INCLUDE),
        new Attack("<#include \"a\\x0000b\">", INCLUDE),
        new Attack("<#include customer.name>", INCLUDE),
        new Attack("<#include \"${customer.name}\">", INCLUDE),
        new Attack("<#include \"x.ftlh\" parse=false>", INCLUDE),
        new Attack("<#include \"x.ftlh\" encoding=\"UTF-7\">", INCLUDE),
        new Attack("<#include \"x.ftlh\" ignore_missing=true>", INCLUDE),
        new Attack("<#import \"../x.ftlh\" as x>", "<#import> is not allowed"),
        new Attack(
            "<#include \"link.ftlh\">",
            "link.ftlh: it is a link that leads out of the template folder"));
  }

  @Test
  void guardsIncludedFileToo() {
    workshop.write("terms.ftlh", "<p>a</p>\n<p>${\"7*7\"?eval}</p>");
    assertThat(workshop.run("<#include \"terms.ftlh\">"))
        .startsWith("✗ terms.ftlh:2:11: ?eval is not allowed in a letter template");
  }

  @TestFactory
  Stream<DynamicTest> refusesMarkupThatALetterCannotHold() {
    return refused(
        new Attack("<script>alert(1)</script>", "<script> is not a tag that a letter can hold"),
        new Attack("<SCRIPT>", "<SCRIPT> is not a tag that a letter can hold"),
        new Attack("<style>p{}</style>", "<style> is not a tag"),
        new Attack("<iframe src=\"x\">", "<iframe> is not a tag"),
        new Attack("<img src=x onerror=alert(1)>", "<img> is not a tag"),
        new Attack("<svg/onload=alert(1)>", "<svg> is not a tag"),
        new Attack("<section id=\"reason\">x</section>", "<section> is not a tag"),
        new Attack("<data value=\"customer/C-7.name\">Bob</data>", "<data> is not a tag"),
        new Attack("<${\"data\"} value=\"customer/C-7.name\">Bob", BARE),
        new Attack("<<#if true>data</#if> value=\"customer/C-7.name\">Bob", BARE),
        new Attack("<<#t>script>", BARE),
        new Attack("</ script>", BARE),
        new Attack("<!-- hidden -->", BARE),
        new Attack("<![CDATA[x]]>", BARE),
        new Attack("<?xml version=\"1.0\"?>", BARE),
        new Attack("<p onclick=\"x\">a</p>", "<p> may not have onclick; the only attribute is"),
        new Attack("<p/onclick=\"x\">a</p>", "<p> does not end; a tag ends with >"),
        new Attack("<p ${\"onclick\"}=\"x\">a</p>", "<p> does not end; a tag ends with >"),
        new Attack("<p <#if true>onclick</#if>=\"x\">a</p>", "<p> does not end"),
        new Attack("<a href=\"https://x\" onclick=\"x\">a</a>", "<a> may not have onclick"),
        new Attack("<a href='https://x'>a</a>", "<a> may not have href"),
        new Attack("<a HREF=\"https://x\">a</a>", "<a> may not have HREF"),
        new Attack("<em style=\"x\">a</em>", "<em> may not have style"),
        new Attack("<p", "<p> does not end; a tag ends with >"));
  }

  @Test
  void letsLinkAndLineBreakThrough() {
    assertThat(workshop.run("<p>a<br>b<br/><a href=\"https://x.example/${1 + 1}\">c</a></p>"))
        .isEqualTo("<p>a<br>b<br/><a href=\"https://x.example/2\">c</a></p>");
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatGrowsByDoubling() {
    return refused(
        new Attack("<#list 1.. as x>y</#list>", RANGE),
        new Attack("<#list 1..2000000000 as x></#list>", RANGE),
        new Attack("<#list 1..<9 as x></#list>", RANGE),
        new Attack("${\"abc\"[0..*2]}", RANGE),
        new Attack("<#macro m rest...></#macro>", RANGE),
        new Attack("<#assign s = [\"a\"]>", LIST),
        new Attack("<#assign s = [\"a\"] + [\"b\"]>", LIST),
        new Attack("<@m [\"a\"]/>", LIST),
        new Attack("${plural(1, [\"a\"], \"b\")}", LIST),
        new Attack("<#return [[\"a\"]?first]>", LIST),
        new Attack("<#assign s = ([\"a\"])>", LIST),
        new Attack("<#assign h = {\"a\": 1}>", "a table in braces {…} is not allowed"),
        new Attack("${\"aa\"?contains(customer.name)}", "?contains wants a text in quotes"),
        new Attack("${\"aa\"?contains(\"${customer.name}\")}", "?contains wants a text in quotes"),
        new Attack(
            "${\"aa\"?contains(\"" + "a".repeat(101) + "\")}",
            "?contains wants a text in quotes of at most 100 characters"));
  }

  @TestFactory
  Stream<DynamicTest> endsTemplateWithoutEnd() {
    String late = "thank-you.ftlh: it runs longer than 0.1 seconds; look for a loop without an end";
    return Stream.of(
            new Attack(
                "<#function f n><#if n lt 1><#return 1></#if><#return f(n - 1) + f(n - 1)>"
                    + "</#function>${f(60)}",
                late),
            new Attack(
                "<#macro m n><#if n gt 0><@m n - 1/><@m n - 1/></#if></#macro><@m 60/>", late),
            new Attack("<#list customer.fruits as x>".repeat(60) + "</#list>".repeat(60), late),
            new Attack(
                "<#assign s = customer.fruits>" + "<#assign s = s + s>".repeat(60) + "${s?size}",
                late),
            new Attack(
                "<#assign s = customer.fruits>"
                    + "<#assign s = s + s>".repeat(60)
                    + "${s?seq_contains(\"x\")?c}",
                late),
            new Attack(
                "<#assign h = customer>" + "<#assign h = h + h>".repeat(60) + "${h.email???c}",
                late))
        .map(
            attack ->
                dynamicTest(
                    shortened(attack.body()),
                    () ->
                        assertThat(workshop.runWithoutEnd(attack.body()))
                            .isEqualTo("✗ " + attack.reason())));
  }

  @TestFactory
  Stream<DynamicTest> endsTemplateThatAsksForTooMuch() {
    return Stream.of(
            new Attack(
                "<#macro m><@m/></#macro><@m/>",
                "thank-you.ftlh: a macro or function calls itself without an end"),
            new Attack(
                "<#function f><#return f()></#function>${f()}",
                "thank-you.ftlh: a macro or function calls itself without an end"),
            new Attack(
                "<#include \"thank-you.ftlh\">",
                "thank-you.ftlh: a macro or function calls itself without an end"),
            new Attack(
                "<#macro m n>y<#if n gt 0><@m n - 1/><@m n - 1/></#if></#macro><@m 60/>",
                "thank-you.ftlh: it writes more than a letter holds (64,000 characters); look for a"
                    + " loop without an end"),
            new Attack(
                "<#assign n = 99>" + "<#assign n = n * n>".repeat(40) + "${n}",
                "thank-you.ftlh:2:93: a number has more than 40 digits"),
            new Attack("${1 / 0}", "thank-you.ftlh:2:1: a number is divided by zero"),
            new Attack("${1 % 0}", "thank-you.ftlh:2:1: a number is divided by zero"))
        .map(
            attack ->
                dynamicTest(
                    attack.reason() + ": " + shortened(attack.body()),
                    () ->
                        assertThat(workshop.run(attack.body()).lines().findFirst())
                            .contains("✗ " + attack.reason())));
  }

  @Test
  void failsCleanlyWhenATextDoublesWithoutEnd() {
    assertThat(
            workshop.runWithoutEnd(
                "<#function d s><#return d(s + s)></#function>${d(customer.name)}"))
        .containsAnyOf(
            "it runs longer than 0.1 seconds", "it asks for more memory than a letter may");
    assertThat(workshop.run("${customer.form}")).isEqualTo("formal");
  }

  @Test
  void leavesNoInterruptBehind() {
    workshop.runWithoutEnd("<#macro m n><#if n gt 0><@m n - 1/><@m n - 1/></#if></#macro><@m 60/>");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void refusesTemplateThatIsTooLarge() {
    assertThat(workshop.run("a".repeat(200_001)))
        .isEqualTo("✗ thank-you.ftlh: it is larger than 200000 characters");
  }

  @Test
  void refusesBracketsNestedTooDeep() {
    assertThat(workshop.run("${" + "(".repeat(90_000) + "1" + ")".repeat(90_000) + "}"))
        .isEqualTo("✗ thank-you.ftlh: its brackets are nested deeper than any letter needs");
  }

  @Test
  void saysTheFirstTwentyProblemsOnly() {
    assertThat(workshop.run("<b>".repeat(60_000)).lines()).hasSize(20);
  }

  @TestFactory
  Stream<DynamicTest> printsHostileValueAsText() {
    return Stream.of(
            "<script>alert(1)</script>",
            "${7*7} #{7*7} <#assign x=1> <@part/>",
            "\"><img src=x onerror=alert(1)>",
            "' onclick='x",
            "]]> --> &lt; &amp;",
            "</data><data value=\"order/1.amount\">9</data>",
            "=HYPERLINK(\"x\")")
        .map(
            hostile ->
                dynamicTest(
                    hostile,
                    () -> {
                      workshop.write(
                          "thank-you.ftlh", "<p>${customer.name}|${customer.name?trim}</p>");
                      Rendering rendering =
                          workshop
                              .open()
                              .render(
                                  "thank-you",
                                  Workshop.formats(),
                                  Workshop.TODAY,
                                  Workshop.customerNamed(hostile));
                      String escaped =
                          hostile
                              .replace("&", "&amp;")
                              .replace("<", "&lt;")
                              .replace(">", "&gt;")
                              .replace("\"", "&quot;")
                              .replace("'", "&#39;");
                      assertThat(rendering)
                          .isEqualTo(
                              new Rendering.Rendered(
                                  "<p><data value=\"customer/C-7.name\">%1$s</data>|%1$s</p>"
                                      .formatted(escaped)));
                    }));
  }

  @Test
  void refusesWhatIsNotUtf8() {
    workshop.write("thank-you.ftlh", "<p>\nIn the café</p>".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(Workshop.said(workshop.open()))
        .isEqualTo(
            "✗ thank-you.ftlh:2:11: this character is not UTF-8; save the template as UTF-8");
  }

  @Test
  void readsPastByteOrderMark() {
    assertThat(workshop.runFile("\ufeff<#ftl attributes={\"a\":[\"b\"]}>x")).isEqualTo("x");
  }

  @Test
  void patienceIsForOneRunOnly() {
    workshop.write("thank-you.ftlh", "${customer.form}");
    TemplateFolder templates =
        TemplateFolder.open(List.of(workshop.folder()), Duration.ofMinutes(1));
    for (int run = 0; run < 3; run++) {
      assertThat(Workshop.said(templates)).isEqualTo("formal");
    }
  }

  /** Reasons without a place are those of the body, which begins in line 2. */
  private Stream<DynamicTest> refused(Attack... attacks) {
    return Stream.of(attacks)
        .map(
            attack ->
                dynamicTest(
                    attack.body(),
                    () -> {
                      String said = workshop.run(attack.body());
                      assertThat(said).startsWith("✗ ").contains(attack.reason());
                      assertThat(said).matches("(?s)✗ (thank-you.ftlh:2:\\d+|link.ftlh): .*");
                      assertThat(said.replace(absolute(folder), "")).doesNotContain("49", "SECRET");
                    }));
  }

  /** A path as FreeMarker names it: every name is relative to its folder. */
  private static String absolute(Path path) {
    return path.toString().substring(1);
  }

  private static String shortened(String body) {
    return body.length() < 100 ? body : body.substring(0, 100) + "…";
  }
}
