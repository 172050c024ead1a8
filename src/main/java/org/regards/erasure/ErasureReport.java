package org.regards.erasure;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was erased, and what a person must remove.
 *
 * @param rows how many rows lost their words, by what they hold
 * @param files that were removed, or would be
 * @param byHand what the program does not remove, in words
 */
public record ErasureReport(Map<String, Integer> rows, List<Path> files, List<String> byHand) {
  public ErasureReport {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    files = List.copyOf(files);
    byHand = List.copyOf(byHand);
  }
}
