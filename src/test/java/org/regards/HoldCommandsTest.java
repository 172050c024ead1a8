package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.intake.Orchard;

/** Holds, tasks, the trail and erasing from the command line, on the sample business. */
class HoldCommandsTest {
  private static final String STOP =
      "hold C-1009 --kind stop --record I-0017 --owner ow --due 2099-01-31 --as ss";

  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void importOrchard() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    orchard.run("import", Orchard.FILES.toString());
  }

  @Test
  void holdsListsAndLifts() {
    Terminal.Ended held = orchard.run(STOP);
    assertThat(held.code()).as(held.err()).isZero();
    assertThat(held.out().lines())
        .hasSize(6)
        .contains(
            "H-1 stops every letter to C-1009: everything is stopped until people have decided,"
                + " interaction/I-0017. To be decided by 2099-01-31, owner ow. Who may lift it:"
                + " manager or counsel or owner (regards lift H-1).",
            "K-1 by 2099-01-31, ow: decide what comes next, and whether everything stays held")
        .anyMatch(line -> line.contains("decide whether the police or another authority is told"));
    assertThat(orchard.run("holds").out().lines().skip(1))
        .containsExactly(
            "H-1   C-1009    stop  stands  2099-01-31  ow     manager or counsel or owner "
                + " interaction/I-0017");
    assertThat(orchard.run("holds --due").out()).isEqualTo("No hold is past its day.\n");
    assertThat(orchard.run("holds --due --as-of 2099-02-01").out()).contains("overdue");
    assertThat(orchard.run("advise C-1009").out()).contains("- H-1 stops every letter to C-1009");
    assertThat(orchard.run("show C-1009").out()).startsWith("H-1 stops every letter to C-1009");

    Terminal.Ended refused = orchard.run("lift H-1 --because settled --as ss");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            "ss (supervisor) may not lift H-1; manager or counsel or owner may. It stands.\n");
    assertThat(orchard.run("lift H-1 --because settled --as ow").out())
        .isEqualTo(
            "H-1 of C-1009 is lifted. What waited goes with the next regards send or print-run.\n");
    assertThat(orchard.run("lift H-1 --because settled --as ow").err())
        .isEqualTo("H-1 was lifted before, by ow; nothing was changed.\n");
    assertThat(orchard.run("holds").out()).isEqualTo("No hold stands.\n");
    JsonNode all = orchard.run("holds C-1009 --json").json();
    assertThat(all).hasSize(1);
    assertThat(all.get(0).get("lifted").get("because").textValue()).isEqualTo("settled");
  }

  @Test
  void refusesAHoldWithoutOwnerDayCauseOrPerson() {
    String base = "hold C-1009 --kind stop ";
    for (String lacking :
        new String[] {
          "--because x --due 2099-01-31 --as ss",
          "--because x --owner ow --as ss",
          "--owner ow --due 2099-01-31 --as ss",
          "--because x --owner ow --due 2099-01-31"
        }) {
      assertThat(orchard.run(base + lacking).code()).as(lacking).isEqualTo(2);
    }
    assertThat(orchard.run(base + "--because x --owner zz --due 2099-01-31 --as ss").err())
        .isEqualTo("Nobody here has the staff id zz; there is ca, jo, lb, mk, ow, ss, tp.\n");
    assertThat(
            orchard.run("hold C-1009 --kind pause --because x --owner ow --due 2099-01-31 --as ss"))
        .returns(1, Terminal.Ended::code)
        .satisfies(ended -> assertThat(ended.err()).contains("is longer than the plan allows"));
    assertThat(
            orchard.run(
                "hold C-1009 --kind declined --because x --owner ow --due 2099-01-31 --as ss"))
        .returns(1, Terminal.Ended::code)
        .satisfies(
            ended ->
                assertThat(ended.err())
                    .isEqualTo(
                        "ss (supervisor) may not set a hold of the kind declined; manager or owner"
                            + " may. Nothing was changed.\n"));
    assertThat(orchard.run("holds").out()).isEqualTo("No hold stands.\n");
  }

  @Test
  void letsOneLetterPass() {
    orchard.run("compose C-1001 --letter educate --case K-301 --channel email");
    orchard.run("hold C-1001 --kind legal --because claim --owner ca --due 2099-01-31 --as ca");
    assertThat(orchard.run("send L-1").err()).contains("H-1 stops every letter to C-1001");
    assertThat(orchard.run("let-pass L-1 --because due --as ca").err())
        .isEqualTo(
            "What L-1 is must be said. During a hold only this goes: safety notices, answers to"
                + " data requests, refunds due, invoices. Name one of it: --essential \"safety"
                + " notices\". Nothing was changed.\n");
    assertThat(orchard.run("let-pass L-1 --essential invoices --because due --as tp").err())
        .isEqualTo(
            "tp (manager) may let nothing pass H-1 (legal); counsel or owner may. Nothing was"
                + " changed.\n");
    assertThat(orchard.run("let-pass L-1 --essential invoices --because due --as ca").out())
        .isEqualTo("L-1 may go in spite of H-1, and no other letter may.\n");
    assertThat(orchard.run("let-pass L-1 --essential invoices --because due --as ca").err())
        .isEqualTo("No hold stops L-1; nothing was changed.\n");
  }

  @Test
  void takesOverFromAColleagueAndWantsTheNoteToThem() {
    Terminal.Ended judged =
        orchard.run("incident confirm I-0046 abuse --by ss --because degrading");
    assertThat(judged.out())
        .contains("K-1 by ", "supervisor: take the customer over from the colleague: mk");
    assertThat(orchard.run("incident confirm I-0046 abuse --by ss").out().lines()).hasSize(1);
    String manager = orchard.run("show C-1016 --json").json().get("account_manager").textValue();
    assertThat(
            orchard.run(
                "take-over C-1016 --from %s --to lb --record I-0046 --because abuse --as mk"
                    .formatted(manager)))
        .returns(1, Terminal.Ended::code);
    Terminal.Ended taken =
        orchard.run(
            "take-over C-1016 --from %s --to lb --record I-0046 --because abuse --as ss"
                .formatted(manager));
    assertThat(taken.code()).as(taken.err()).isZero();
    assertThat(taken.out())
        .startsWith(
            "lb looks after C-1016 from now on, in the place of %s.\nH-1 stops".formatted(manager));
    assertThat(orchard.run("show C-1016 --json").json().get("account_manager").textValue())
        .isEqualTo("lb");

    assertThat(orchard.run("task done K-1 --because done --as ss").err())
        .isEqualTo(
            "K-1 cannot be closed before the note to the colleague is written: regards task done"
                + " K-2\n");
    assertThat(orchard.run("task done K-2 --because x --as mk").err())
        .isEqualTo(
            "K-2 is for supervisor; only they, or somebody above them, can say that it is"
                + " done.\n");
    assertThat(orchard.run("task", "done", "K-2", "--because", "You did well.", "--as", "ss").out())
        .isEqualTo("K-2 is done.\n");
    assertThat(orchard.run("task done K-1 --because done --as ow").out())
        .isEqualTo("K-1 is done.\n");
    assertThat(orchard.run("task done K-1 --because done --as ow").err())
        .isEqualTo("K-1 was done before.\n");
  }

  @Test
  void showsWhoAsksForHelpToThoseWhoHelpOnly() {
    assertThat(orchard.run("task help --customer C-1005 --because tired --as mk").out())
        .isEqualTo("K-1: a supervisor is asked to help, today.\n");
    assertThat(orchard.run("tasks --as ss").out()).contains("help a colleague: tired");
    assertThat(orchard.run("tasks --mine --as ss --json").json()).hasSize(1);
    assertThat(orchard.run("tasks --as ow").out()).isEqualTo("Nothing is to be done.\n");
    assertThat(orchard.run("tasks --as jo --json").json()).isEmpty();
    assertThat(orchard.run("audit --record task/K-1").out())
        .contains("program", "opened")
        .doesNotContain("staff/mk", "tired");
    assertThat(orchard.run("task done K-1 --because talked --as mk").code()).isZero();
  }

  @Test
  void opensATaskForAPersonOrARole() {
    assertThat(
            orchard
                .run(
                    "task add --kind counsel --because libel? --for counsel --due 2099-01-31 --as"
                        + " tp")
                .out())
        .isEqualTo("K-1 is open, for counsel by 2099-01-31.\n");
    orchard.run("task add --kind investigate --customer C-1007 --for jo --due 2099-01-30 --as tp");
    assertThat(orchard.run("tasks --as tp").out())
        .isEqualTo(
            """
            task  due         for      customer  cause  what
            K-2   2099-01-30  jo       C-1007           look into it
            K-1   2099-01-31  counsel                   tell counsel and hear what they say: libel?
            """);
    assertThat(orchard.run("tasks --mine --as jo --json").json().get(0).get("kind").textValue())
        .isEqualTo("investigate");
    assertThat(orchard.run("task add --kind counsel --for nobody --due 2099-01-31 --as tp").code())
        .isEqualTo(1);
  }

  @Test
  void tellsTheTrailAndChecksIt() {
    orchard.run(STOP);
    orchard.run("lift H-1 --because settled --as ow");
    JsonNode rows = orchard.run("audit --customer C-1009 --json").json();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get("actor").textValue()).isEqualTo("staff/ow");
    assertThat(rows.get(1).get("act").textValue()).isEqualTo("lifted");
    assertThat(orchard.run("audit --record hold/H-1 --last 1").out().lines()).hasSize(2);
    Terminal.Ended whole = orchard.run("audit verify");
    assertThat(whole.code()).isZero();
    String head = rows.get(1).get("link").textValue();
    assertThat(whole.out())
        .isEqualTo("2 rows; all as they were written, none is missing.\nhead %s\n".formatted(head));
    assertThat(orchard.run("audit verify --json --expect " + head).json().get("whole").asBoolean())
        .isTrue();
    Terminal.Ended other = orchard.run("audit verify --expect " + "0".repeat(64));
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err())
        .isEqualTo(
            "no row has the link "
                + "0".repeat(64)
                + " that was noted: what it held was rewritten, or cut off.\n");
  }

  @Test
  void erasesUnlessALegalHoldStands() {
    orchard.run("hold C-1012 --kind legal --because claim --owner ca --due 2099-01-31 --as ca");
    Terminal.Ended kept = orchard.run("erase C-1012 --because request --as ow");
    assertThat(kept.code()).isEqualTo(1);
    assertThat(kept.err())
        .isEqualTo(
            "C-1012 is not erased: H-1 (claim) of ca keeps what is on record, until somebody lifts"
                + " it; ca decides on it by 2099-01-31. Nothing was changed.\n");
    orchard.run("lift H-1 --because settled --as ca");
    assertThat(orchard.run("erase C-1012 --because request --as ss").code()).isEqualTo(1);
    assertThat(orchard.run("erase C-1012 --because request --as ow --dry-run").out())
        .startsWith("Of C-1012 would be erased:\n       1  name and addresses\n");
    assertThat(orchard.run("erase C-1012 --because Boyle --as ow").err())
        .isEqualTo(
            "C-1012 is not erased: the reason is kept for good, and it holds their family name. Say"
                + " why without it, for example --because \"request of 2026-11-02\". Nothing was"
                + " changed.\n");
    Terminal.Ended erased = orchard.run("erase C-1012 --because request --as ow");
    assertThat(erased.code()).as(erased.err()).isZero();
    assertThat(erased.out())
        .startsWith("C-1012 is erased. Gone are:\n")
        .contains("To be removed by hand");
    assertThat(orchard.run("show C-1012").code()).isZero();
    assertThat(orchard.run("advise C-1012").code()).isZero();
    assertThat(orchard.run("audit verify").out()).contains("lost their words");
    assertThat(orchard.run("erase C-1004 --because request --as ow").err())
        .startsWith("C-1004 is not erased: a lawsuit was announced (I-0009 on 17 November 2026).")
        .endsWith("Nothing was changed.\n");
  }
}
