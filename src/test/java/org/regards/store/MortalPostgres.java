package org.regards.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of a test's own that can be killed and started again, and keeps what it promised.
 */
public final class MortalPostgres implements AutoCloseable {
  private static final String NAME = "postgres";

  private final Path folder;
  private EmbeddedPostgres server;

  public MortalPostgres(Path folder) {
    this.folder = folder;
    this.server = start(0);
    Database.open(store()).close();
  }

  public StoreLocation store() {
    return StoreLocation.of(server.getJdbcUrl(NAME, NAME));
  }

  /** As if the power went, for the database only; returns when all its processes are gone. */
  public void kill() {
    try {
      long pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
      ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
      List<ProcessHandle> all =
          Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** On the same port, from what is on the disk. */
  public void startAgain() {
    int port = server.getPort();
    // It complains at length that it cannot stop what is dead.
    Logger log = (Logger) LoggerFactory.getLogger(EmbeddedPostgres.class);
    Level before = log.getLevel();
    log.setLevel(Level.OFF);
    closeServer();
    log.setLevel(before);
    server = start(port);
  }

  /** The tests' usual server does not wait for the disk; this one must. */
  private EmbeddedPostgres start(int port) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(folder)
              .setCleanDataDirectory(false)
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on");
      return (port == 0 ? builder : builder.setPort(port)).start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void closeServer() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    closeServer();
  }
}
