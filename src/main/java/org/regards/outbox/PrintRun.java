package org.regards.outbox;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;

/**
 * Letters that were printed together.
 *
 * @param folder that holds its files, absolute
 * @param type the only type of letter in it, or null when all were taken
 * @param madeBy the name of who made it, on the computer
 * @param sheets of paper in all; they are numbered from 1
 * @param digest SHA-256 in hex of its manifest.json, or empty while it is reserved
 */
public record PrintRun(
    RunId id,
    RunState state,
    Path folder,
    @Nullable LetterType type,
    boolean duplex,
    int sheetsPerFile,
    String madeBy,
    Instant madeAt,
    int letters,
    int sheets,
    String digest) {
  PrintRun in(RunState next) {
    return new PrintRun(
        id, next, folder, type, duplex, sheetsPerFile, madeBy, madeAt, letters, sheets, digest);
  }

  /** With what has been written. */
  PrintRun with(int letterCount, int sheetCount, String manifestDigest) {
    return new PrintRun(
        id,
        state,
        folder,
        type,
        duplex,
        sheetsPerFile,
        madeBy,
        madeAt,
        letterCount,
        sheetCount,
        manifestDigest);
  }
}
