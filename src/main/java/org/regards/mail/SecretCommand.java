package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.mail.SecretText.Found;
import org.regards.mail.SecretText.Missing;
import org.regards.mail.SecretText.Sought;

/**
 * A command that prints a secret, such as {@code pass show mail} or {@code secret-tool lookup …}.
 * It runs without a shell, so nothing in it is expanded. What it prints beside the secret, and its
 * errors, are shown to nobody.
 */
final class SecretCommand {
  /** Somebody may have to type a passphrase into a window. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final int MOST_BYTES = 64 * 1024;
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private SecretCommand() {}

  /** Splits a command at spaces; what is in quotation marks is one word. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      words.add(
          word.group(1) != null
              ? word.group(1)
              : word.group(2) != null ? word.group(2) : word.group());
    }
    return List.copyOf(words);
  }

  static Sought run(List<String> words, Path folder, String setting) {
    return run(words, folder, setting, LIMIT);
  }

  static Sought run(List<String> words, Path folder, String setting, Duration limit) {
    Process process;
    try {
      process =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException cannotStart) {
      return new Missing(
          "%s names the command %s, which cannot be started: check the setting."
              .formatted(setting, words.getFirst()));
    }
    try {
      process.getOutputStream().close();
      CompletableFuture<String> printed =
          CompletableFuture.supplyAsync(() -> printed(process), Thread::startVirtualThread);
      CompletableFuture.allOf(printed, process.onExit())
          .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return sought(process.exitValue(), printed.join(), words.getFirst(), setting);
    } catch (TimeoutException tooLong) {
      return new Missing(
          "The command %s of %s was not done within %d seconds: run it by hand and see what it waits for."
              .formatted(words.getFirst(), setting, limit.toSeconds()));
    } catch (ExecutionException | IOException failure) {
      return ended(words.getFirst(), setting, "did not end well");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return ended(words.getFirst(), setting, "was interrupted");
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static Sought sought(int exitCode, String printed, String command, String setting) {
    if (exitCode != 0) {
      return ended(command, setting, "ended with exit code " + exitCode);
    }
    String line = printed.lines().findFirst().orElse("");
    return line.isEmpty() ? ended(command, setting, "printed nothing") : new Found(line);
  }

  private static Missing ended(String command, String setting, String how) {
    return new Missing(
        "The command %s of %s %s: run it by hand and see what it says."
            .formatted(command, setting, how));
  }

  private static String printed(Process process) {
    try (InputStream out = process.getInputStream()) {
      String text = new String(out.readNBytes(MOST_BYTES), UTF_8);
      out.skip(Long.MAX_VALUE);
      return text;
    } catch (IOException cut) {
      return "";
    }
  }
}
