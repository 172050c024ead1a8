package org.regards.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterEdit;
import org.regards.letter.LetterFiles;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards edit}. */
@Command(
    name = "edit",
    description =
        "Write the text of a draft to a file, and take the file back when it is changed. Facts keep"
            + " their marks; locked parts stay as they are. Or change what goes with it.",
    footer = {
      "",
      "Examples:",
      "  regards edit L-1 --to l-1.html",
      "  regards edit L-1 l-1.html",
      "  regards edit L-1 --attach terms.pdf --detach old-terms.pdf"
    })
final class EditCommand extends HouseCommand {
  @Parameters(
      index = "0",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "Its id.")
  private LetterId id;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "The file that was changed.")
  private @Nullable Path changed;

  @Option(names = "--to", paramLabel = "FILE", description = "The file to write the text to.")
  private @Nullable Path file;

  @Mixin private AttachOptions attached;

  @Option(
      names = "--detach",
      paramLabel = "NAME",
      description = "The name of a file that shall not go with it any more; may be repeated.")
  private List<String> detached = new ArrayList<>();

  @Option(
      names = "--without-pdf",
      description = "The letter itself shall not go with it as a PDF any more.")
  private boolean withoutPdf;

  @Mixin private ActingOption acting;

  EditCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (!attached.isEmpty() || !detached.isEmpty() || withoutPdf) {
      return changeFiles(house);
    }
    StoredLetter stored = house.drafts().get(id);
    if (file != null && changed == null) {
      WholeFile.write(file, LetterEdit.write(stored).getBytes(StandardCharsets.UTF_8));
      out().printf("Change %s and take it back: regards edit %s %1$s%n", file, id);
      return DONE;
    }
    if (changed == null || file != null) {
      throw new ParameterException(
          spec().commandLine(),
          "Say --to FILE to write the letter, FILE to take it back, or --attach FILE.");
    }
    return switch (LetterEdit.read(text(changed), stored)) {
      case LetterEdit.Reading.Read read ->
          RevisionWords.tell(
                  house.drafts().revise(id, read.digest(), read.letter(), acting.actor()),
                  out(),
                  err())
              ? DONE
              : FAILED;
      case LetterEdit.Reading.Unreadable unreadable -> {
        err().printf("%s cannot be taken back:%n", changed);
        unreadable
            .problems()
            .forEach(problem -> err().printf("  %s%n", TerminalText.line(problem)));
        yield FAILED;
      }
    };
  }

  private int changeFiles(House house) {
    if (changed != null || file != null || (withoutPdf && attached.withPdf())) {
      throw new ParameterException(
          spec().commandLine(), "Change the text, or what goes with it: one at a time.");
    }
    Boolean pdf = attached.withPdf() ? Boolean.TRUE : withoutPdf ? Boolean.FALSE : null;
    LetterFiles files = house.letterFiles();
    return attached
        .read(files.limit(), err())
        .map(
            added -> files.change(id, new LetterFiles.Change(added, detached, pdf), acting.actor()))
        .filter(revision -> RevisionWords.tell(revision, out(), err()))
        .map(revision -> DONE)
        .orElse(FAILED);
  }

  private String text(Path from) {
    try {
      return Files.readString(from);
    } catch (IOException unreadable) {
      throw new ParameterException(
          spec().commandLine(),
          "%s cannot be read; it must be a text file in UTF-8".formatted(from));
    }
  }
}
