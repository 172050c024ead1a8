package org.regards;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.regards.language.RegardsException;

/** What may know what, and which habits hold everywhere. */
class ArchitectureTest {
  private static final String ROOT = "org.regards";

  /** Each package depends on those before it only; the root package comes after all. */
  private static final List<String> ORDER =
      List.of(
          "language",
          "store",
          "customer",
          "audit",
          "history",
          "playbook",
          "task",
          "hold",
          "triage",
          "outcome",
          "template",
          "letter",
          "postal",
          "review",
          "approval",
          "document",
          "report",
          "pdf",
          "mail",
          "outbox",
          "mailbox",
          "doctor",
          "intake",
          "erasure",
          "account",
          "web",
          "cli");

  /** Would be allowed by the order. */
  private static final List<Ban> BANS =
      List.of(
          new Ban("cli", "web"),
          new Ban("mail", "pdf"),
          // documents are read within the business: nothing that sends may know them
          new Ban("mail", "document"),
          new Ban("mail", "report"),
          new Ban("outbox", "document"),
          new Ban("outbox", "report"),
          new Ban("mailbox", "document"),
          new Ban("mailbox", "report"));

  /** The packages of the fenced libraries, and the only ones of ours that may use them. */
  private static final List<Fence> FENCES =
      List.of(
          Fence.of("ICU", "com.ibm.icu..").to("language"),
          Fence.of("JDBC", "java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql..")
              .to("store"),
          Fence.of("Flyway", "org.flywaydb..").to("store"),
          Fence.of("HikariCP", "com.zaxxer..").to("store"),
          Fence.of("Jdbi", "org.jdbi..")
              .toAllBut("language", "triage", "template", "postal", "pdf", "mail", "web", "cli"),
          Fence.of("FreeMarker", "freemarker..").to("template"),
          Fence.of("jsoup", "org.jsoup..").to("letter"),
          Fence.of("OpenPDF", "org.openpdf..", "com.lowagie..").to("pdf"),
          Fence.of("PDFBox", "org.apache.pdfbox..", "org.apache.fontbox..").to("pdf"),
          Fence.of("OkapiBarcode", "uk.org.okapibarcode..").to("pdf"),
          Fence.of("Jakarta Mail", "jakarta.mail..", "org.eclipse.angus..").to("mail", "mailbox"),
          Fence.of("GreenMail", "com.icegreen..").to("mail"),
          Fence.of("dnsjava", "org.xbill.DNS..").to("doctor"),
          Fence.of("FastCSV", "de.siegmar.fastcsv..").to("intake"),
          Fence.of("SnakeYAML Engine", "org.snakeyaml..").to("playbook"));

  private static final List<String> EMPTY_NAMES =
      List.of("Manager", "Helper", "Util", "Utils", "Impl", "Data", "Info", "Dto");

  /** Fewer would mean that the import went wrong and the rules looked at nothing. */
  private static final int FEWEST_CLASSES = 50;

  private static final DescribedPredicate<JavaClass> MAIN = equivalentTo(Main.class);
  private static final DescribedPredicate<JavaClass> REHEARSAL = equivalentTo(Rehearsal.class);
  private static final DescribedPredicate<JavaClass> WIRING = name(ROOT + ".Wiring").forSubtype();
  private static final DescribedPredicate<JavaClass> CLI = resideInAPackage(ROOT + ".cli..");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void importFindsTheProgram() {
    assertThat(CLASSES.size()).isGreaterThanOrEqualTo(FEWEST_CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
  }

  @Test
  void everyPackageHasAPlaceInTheOrder() {
    check(
        classes()
            .should()
            .resideInAnyPackage(
                Stream.concat(Stream.of(ROOT), ORDER.stream().map(ArchitectureTest::in))
                    .toArray(String[]::new)));
  }

  @TestFactory
  Stream<DynamicTest> packageKnowsOnlyThoseBefore() {
    return IntStream.range(0, ORDER.size())
        .mapToObj(
            place -> {
              List<String> later = ORDER.subList(place + 1, ORDER.size());
              String[] unknown =
                  Stream.concat(Stream.of(ROOT), later.stream().map(ArchitectureTest::in))
                      .toArray(String[]::new);
              String ours = ORDER.get(place);
              return dynamicTest(
                  ours,
                  () ->
                      check(
                          noClasses()
                              .that()
                              .resideInAPackage(in(ours))
                              .should()
                              .dependOnClassesThat()
                              .resideInAnyPackage(unknown)));
            });
  }

  @TestFactory
  Stream<DynamicTest> strangersDoNotKnowEachOther() {
    return BANS.stream()
        .map(
            ban ->
                dynamicTest(
                    ban.from() + " to " + ban.to(),
                    () ->
                        check(
                            noClasses()
                                .that()
                                .resideInAPackage(in(ban.from()))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(in(ban.to())))));
  }

  @TestFactory
  Stream<DynamicTest> libraryStaysBehindItsFence() {
    return FENCES.stream()
        .map(
            fence ->
                dynamicTest(
                    fence.name(),
                    () ->
                        check(
                            noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                    fence.inside().stream()
                                        .map(ArchitectureTest::in)
                                        .toArray(String[]::new))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(fence.library().toArray(String[]::new)))));
  }

  @Test
  void onlyCommandsKnowPicocli() {
    check(
        noClasses()
            .that(not(CLI.or(MAIN)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli.."));
  }

  @Test
  void onlyCommandsPrint() {
    check(
        noClasses()
            .that(not(CLI.or(MAIN).or(REHEARSAL)))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace"));
  }

  @Test
  void onlyMainExits() {
    check(
        noClasses()
            .that(not(MAIN))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class));
  }

  @Test
  void exceptionsSayWhatFailed() {
    check(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
  }

  @Test
  void exceptionsHaveOneRoot() {
    check(
        classes()
            .that()
            .areAssignableTo(Throwable.class)
            // a nested one is a signal inside its class and leaves it as something else
            .and()
            .areTopLevelClasses()
            .should()
            .beAssignableTo(RegardsException.class));
    check(
        classes()
            .that()
            .areAssignableTo(RegardsException.class)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .orShould()
            .haveModifier(JavaModifier.ABSTRACT));
  }

  @Test
  void packagesAreNullMarked() {
    JavaPackage root = CLASSES.getPackage(ROOT);
    assertThat(Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream()))
        .allMatch(pack -> pack.getClasses().isEmpty() || pack.isAnnotatedWith(NullMarked.class));
  }

  @Test
  void onlyWiringReadsTheClock() {
    DescribedPredicate<JavaAccess<?>> now =
        targetOwner(resideInAPackage("java.time..")).and(target(nameMatching("now")));
    DescribedPredicate<JavaAccess<?>> system =
        targetOwner(belongToAnyOf(Clock.class, InstantSource.class))
            .and(target(nameMatching("system.*|tick.*")));
    check(
        noClasses()
            .that(not(WIRING.or(MAIN)))
            .should(callMethodWhere(now.or(system).forSubtype()))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Date.class));
    check(
        noClasses()
            .that(not(WIRING.or(MAIN).or(CLI)))
            .should()
            .callMethod(System.class, "nanoTime"));
  }

  @Test
  void nothingIsSetFromOutside() {
    check(methods().should().haveNameNotMatching("set[A-Z].*"));
    check(fields().that().areNotFinal().should().bePrivate());
  }

  @TestFactory
  Stream<DynamicTest> nameSaysTheRole() {
    return EMPTY_NAMES.stream()
        .map(
            ending ->
                dynamicTest(
                    ending, () -> check(classes().should().haveSimpleNameNotEndingWith(ending))));
  }

  @Test
  void sqlIsInDaos() {
    check(
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Dao")
            .and(not(resideInAPackage(ROOT + ".store..")))
            .should()
            .callMethodWhere(
                target(name("createQuery"))
                    .or(target(name("createUpdate")))
                    .or(target(name("prepareBatch")))
                    .or(target(name("execute")).and(targetOwner(belongToAnyOf(Handle.class))))));
  }

  /** A package that is still to come breaks no rule. */
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }

  private static String in(String ours) {
    return ROOT + "." + ours + "..";
  }

  private record Ban(String from, String to) {}

  private record Fence(String name, List<String> library, List<String> inside) {
    static Fence of(String name, String... library) {
      return new Fence(name, List.of(library), List.of());
    }

    Fence to(String... packages) {
      return new Fence(name, library, List.of(packages));
    }

    Fence toAllBut(String... packages) {
      return new Fence(
          name, library, ORDER.stream().filter(ours -> !List.of(packages).contains(ours)).toList());
    }
  }
}
