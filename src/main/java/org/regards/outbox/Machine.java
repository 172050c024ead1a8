package org.regards.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * The machine that this program runs on.
 *
 * @param name as people call it
 * @param identity the same for programs that see each other's processes, and different otherwise
 * @param processes when the process of a number began, as text that no clock changes; empty when
 *     there is none
 */
record Machine(String name, String identity, LongFunction<String> processes) {
  private static final Path PROC = Path.of("/proc");
  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  static Machine here() {
    String name = hostName();
    return Files.isReadable(PROC.resolve("self/stat"))
        ? new Machine(name, name + "/" + linuxIdentity(), Machine::linuxStart)
        : new Machine(name, name, Machine::start);
  }

  boolean isOn(StoredWorker worker) {
    return worker.machine().equals(identity);
  }

  /** For a worker of this machine. */
  boolean runs(StoredWorker worker) {
    return processes.apply(worker.pid()).equals(worker.process());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException noNameOfItsOwn) {
      return "this machine";
    }
  }

  /**
   * Containers share the name of a host and count their processes anew; after a new start of the
   * machine all numbers begin again.
   */
  private static String linuxIdentity() {
    return Stream.of(line(PROC.resolve("sys/kernel/random/boot_id")), processSpace())
        .reduce("", (all, one) -> all + "/" + one);
  }

  private static String processSpace() {
    try {
      return Files.readSymbolicLink(PROC.resolve("self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException unknown) {
      return "";
    }
  }

  private static String line(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException unknown) {
      return "";
    }
  }

  /**
   * In ticks since the machine started (proc(5), field 22): the moment that {@link ProcessHandle}
   * gives moves when somebody sets the clock.
   */
  private static String linuxStart(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"));
      // The second field is the name of the program, in parentheses, and may hold anything.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return "ZX".contains(fields[STATE]) ? "" : fields[START_TICKS];
    } catch (NoSuchFileException ended) {
      return "";
    } catch (IOException ended) {
      // It ended while it was read.
      return "";
    }
  }

  private static String start(long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().startInstant().map(Object::toString).orElse("unknown"))
        .orElse("");
  }
}
