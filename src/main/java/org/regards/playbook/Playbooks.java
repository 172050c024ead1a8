package org.regards.playbook;

import org.regards.store.Database;

/** Loads the playbook. */
public final class Playbooks {
  private final Database database;

  public Playbooks(Database database) {
    this.database = database;
  }

  /** All of it, as it stands now. */
  public Playbook load() {
    return database.read(
        handle -> new Playbook(new PolicyDao(handle).all(), new StaffDao(handle).all()));
  }
}
