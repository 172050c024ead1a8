package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Where a text that nobody may see is kept. */
sealed interface SecretText {
  /** The text, or why there is none, in a sentence. */
  sealed interface Sought {}

  record Found(String text) implements Sought {
    @Override
    public String toString() {
      return "Found[…]";
    }
  }

  record Missing(String why) implements Sought {}

  Sought seek();

  /** Keeps another text from now on, where the place allows it. */
  default void replace(String text) {}

  /** From the environment. */
  record Given(String text) implements SecretText {
    @Override
    public Sought seek() {
      return new Found(text);
    }

    @Override
    public String toString() {
      return "Given[…]";
    }
  }

  /**
   * The first line of a file.
   *
   * @param setting what named it, for messages
   */
  record InFile(Path file, String setting) implements SecretText {
    private static final int MOST_BYTES = 64 * 1024;

    @Override
    public Sought seek() {
      try {
        if (Files.size(file) > MOST_BYTES) {
          return new Missing(
              "%s names %s, which is too big for a file with one secret: check it."
                  .formatted(setting, file));
        }
        String line = Files.readString(file, UTF_8).lines().findFirst().orElse("");
        return line.isEmpty()
            ? new Missing(
                "%s names %s, whose first line is empty: write the secret into it."
                    .formatted(setting, file))
            : new Found(line);
      } catch (NoSuchFileException gone) {
        return new Missing(
            "%s names %s, which does not exist: make it, or check the setting."
                .formatted(setting, file));
      } catch (IOException unreadable) {
        return new Missing(
            "%s names %s, which cannot be read: check who may read it.".formatted(setting, file));
      }
    }

    /** In one act, and to be read by its owner alone. When it cannot be, the old text stays. */
    @Override
    public void replace(String text) {
      try {
        Path part = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), ".", ".part");
        try {
          Files.writeString(part, text + "\n");
          Files.move(
              part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(part);
        }
      } catch (IOException stays) {
        // it goes on to serve for as long as the service takes it
      }
    }
  }

  /**
   * The first line that a command prints.
   *
   * @param setting what named it, for messages
   */
  record ByCommand(List<String> words, Path folder, String setting) implements SecretText {
    @Override
    public Sought seek() {
      return SecretCommand.run(words, folder, setting);
    }
  }
}
