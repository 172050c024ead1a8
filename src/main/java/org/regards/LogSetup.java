package org.regards;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * The log: warnings of libraries to the terminal's error stream; commands print their own results.
 * In Java, because reading the same from XML takes a tenth of a second at every start.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final Map<String, Level> LIBRARIES =
      Map.of(
          // names recipients in its complaints; what matters of them reaches the person another way
          "com.icegreen.greenmail",
          Level.OFF,
          // what fails there is thrown too, and another program's step is no failure
          "org.flywaydb",
          Level.OFF,
          // says at each start that the runtime cannot unmap files; none is mapped
          "org.apache.pdfbox.io.IOUtils",
          Level.OFF);

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0} - %msg%n%ex");
    encoder.start();
    ConsoleAppender<ILoggingEvent> terminal = new ConsoleAppender<>();
    terminal.setContext(context);
    terminal.setTarget(ConsoleTarget.SystemErr.getName());
    terminal.setEncoder(encoder);
    terminal.start();
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(terminal);
    LIBRARIES.forEach((library, level) -> context.getLogger(library).setLevel(level));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
