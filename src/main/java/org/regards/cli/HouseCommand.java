package org.regards.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command that works in the house has in common: it opens it, works, and closes it. */
abstract class HouseCommand implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;

  private final House.Door door;

  @Mixin private HouseOptions options;
  @Spec private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  HouseCommand(House.Door door) {
    this.door = door;
  }

  /** Does the work and returns the exit code. */
  abstract int work(House house) throws InterruptedException;

  /** Whether the command makes a store where there is none: the ones that take something in. */
  boolean makesStore() {
    return false;
  }

  /** Tells the house, before it is opened, what the command has options of its own for. */
  void choose(HouseOptions options) {}

  @Override
  public Integer call() throws InterruptedException {
    if (makesStore()) {
      options.makeStore();
    }
    choose(options);
    try (House house = door.open(options)) {
      return work(house);
    }
  }

  /**
   * Stops where a customer is named whom nobody knows: a mistyped id has no list of its own.
   *
   * @throws org.regards.customer.UnknownCustomerException when there is none of the id
   */
  static void known(House house, @Nullable CustomerId customer) {
    if (customer != null) {
      house.drafts().dossier(customer, house.clock().instant());
    }
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  final CommandSpec spec() {
    return spec;
  }
}
