package org.regards.report;

import java.time.Instant;
import java.util.List;
import org.regards.document.Document;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.outcome.Answers;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;

/** Makes the reports, each in one pass over the customers and in flat memory. */
public final class Reports {
  private static final int BATCH = 500;

  private final Database database;
  private final Dossiers dossiers;
  private final Playbooks playbooks;
  private final Answers answers;

  public Reports(Database database, Dossiers dossiers, Playbooks playbooks) {
    this.database = database;
    this.dossiers = dossiers;
    this.playbooks = playbooks;
    this.answers = new Answers(database);
  }

  /**
   * A report on a stretch of time.
   *
   * @param asOf what happened later is left out
   */
  public Document make(ReportKind kind, Period period, Instant asOf) {
    Playbook playbook = playbooks.load();
    return switch (kind) {
      case TEAM -> heard(new TeamCare(period, playbook), asOf).document();
      case CAUSES -> heard(new RootCauses(period, playbook, answers.all()), asOf).document();
      case EXCEPTIONS -> heard(new Exceptions(period, playbook, database), asOf).document();
      case DRIFT -> heard(new Drift(period, playbook), asOf).document();
      case TRAINING -> new TrainingPlan(playbook, period.to()).document();
    };
  }

  <P extends Pass> P heard(P pass, Instant asOf) {
    dossiers.forEachBatch(asOf, BATCH, (List<Dossier> batch) -> batch.forEach(pass::add));
    return pass;
  }
}
