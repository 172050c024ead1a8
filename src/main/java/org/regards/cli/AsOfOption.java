package org.regards.cli;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --as-of}: the moment that the history is seen from. */
final class AsOfOption {
  @Option(
      names = "--as-of",
      paramLabel = "MOMENT",
      converter = MomentConverter.class,
      description = "As of 2026-11-20 or 2026-11-20T09:00:00Z. Default: now.")
  private @Nullable Instant asOf;

  Instant orNow(InstantSource clock) {
    return asOf == null ? clock.instant() : asOf;
  }
}
