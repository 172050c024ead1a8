package org.regards.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;
import org.regards.pdf.Imposition.Flip;
import org.regards.pdf.PdfFile.Description;

/**
 * Many letters in one PDF, written to a stream as they come: valid by PDF/UA-1 and PDF/A-2a, each
 * letter an article in its own language. It holds the last few pages, whatever the length of the
 * run. The same letters give the same bytes. Used by one thread.
 */
public final class PdfRunFile implements AutoCloseable {
  private final PdfFile file;
  private final Description description;
  private @Nullable Page last;
  private @Nullable Flip flip;
  private boolean over;

  private PdfRunFile(PdfFile file, Description description) {
    this.file = file;
    this.description = description;
  }

  /**
   * Begins a file.
   *
   * @param out stays the caller's to close, and should be buffered
   * @param title what readers show as the name of the document
   * @param language of the title, and of what is in no letter
   * @param date of the run, as the file says it
   * @param fonts those the letters are laid out with
   * @throws UnwritableRunException when the stream does not take what is written
   */
  public static PdfRunFile create(
      OutputStream out, String title, LetterLanguage language, LocalDate date, Fonts fonts) {
    try {
      return new PdfRunFile(
          PdfFile.ofRun(out, fonts.subsets()), new Description(title, language, date));
    } catch (IOException failure) {
      throw new UnwritableRunException(0, failure);
    }
  }

  /**
   * Adds a letter after those before.
   *
   * @throws UnwritableRunException when the stream does not take what is written; what is in it is
   *     not a whole PDF
   */
  public void add(Laid.Pages letter) {
    Flip wanted = letter.description().flip();
    flip = last == null || flip == wanted ? wanted : null;
    add(letter.pressed(file.supplies()), letter.description().language());
    last = letter.sheets().getLast();
  }

  /**
   * Adds an empty page as large as the one before it, so that the next letter begins on a new sheet
   * of a printer that prints on both sides.
   */
  public void addBlank() {
    if (last == null) {
      throw new IllegalStateException("a blank page before the first letter");
    }
    Page blank = new Page(last.width(), last.height(), List.of());
    add(Press.pressed(List.of(blank), new Supplies()), description.language());
  }

  /** How many pages it has so far, blank ones too. */
  public int pages() {
    return file.pages();
  }

  /**
   * Ends the file; does nothing when that was done or when writing has failed before.
   *
   * @throws EmptyRunException when no letter was added
   * @throws UnwritableRunException when the stream does not take what is written
   */
  @Override
  public void close() {
    if (over) {
      return;
    }
    over = true;
    if (pages() == 0) {
      throw new EmptyRunException();
    }
    try {
      file.end(description.turned(flip));
    } catch (IOException failure) {
      throw new UnwritableRunException(pages(), failure);
    }
  }

  private void add(PressedLetter letter, LetterLanguage language) {
    if (over) {
      throw new IllegalStateException("a letter after the end of the file");
    }
    try {
      file.add(letter, language);
    } catch (IOException failure) {
      over = true;
      throw new UnwritableRunException(pages(), failure);
    }
  }
}
