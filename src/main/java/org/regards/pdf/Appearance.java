package org.regards.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;

/** The pictures and the colour of the stationery, each read once. Safe for all threads. */
final class Appearance {
  /** A mark stands beside the name of the business, a wide logo holds the name itself. */
  private static final float WIDE = 1.8f;

  private static final float LOGO_WIDTH = 200;
  private static final float LOGO_HEIGHT = 56;

  /** How wide a signature may be, in points: 50 mm. */
  static final float SIGNATURE_WIDTH = 142;

  /** What remains of the room to sign in, in points: 14 mm. */
  static final float SIGNATURE_HEIGHT = 40;

  private static final List<String> ENDINGS = List.of(".png", ".jpg", ".jpeg");

  private final Optional<Plate> logo;
  private final Ink ink;
  private final @Nullable Path signatures;
  private final Map<StaffId, Optional<Plate>> signed = new ConcurrentHashMap<>();

  /**
   * Reads the logo.
   *
   * @throws UnusablePictureException when it cannot be printed
   */
  Appearance(Look look) {
    this.logo =
        Optional.ofNullable(look.logo())
            .map(file -> PictureFile.trimmed("logo", file, LOGO_WIDTH, LOGO_HEIGHT));
    this.ink = Ink.of(look.colour());
    this.signatures = look.signatures();
    if (signatures != null && !Files.isDirectory(signatures)) {
      throw new UnusablePictureException(
          "folder of signatures",
          signatures,
          "there is no such folder",
          "make it, or correct stationery.signatures");
    }
  }

  /** The colour of the business. */
  Ink ink() {
    return ink;
  }

  Optional<Plate> logo() {
    return logo;
  }

  /** Whether the logo is so wide that it holds the name of the business. */
  boolean logoIsName() {
    return logo.filter(plate -> plate.columns() >= WIDE * plate.rows()).isPresent();
  }

  /**
   * The signature of a person, if there is a picture of it.
   *
   * @throws UnusablePictureException when it cannot be printed
   */
  Optional<Plate> signature(StaffId staff) {
    return signed.computeIfAbsent(staff, this::read);
  }

  private Optional<Plate> read(StaffId staff) {
    if (signatures == null) {
      return Optional.empty();
    }
    // as far as every file system takes it, so that it cannot lead out of the folder
    String name = staff.value().replaceAll("[^A-Za-z0-9._-]", "_");
    for (String ending : ENDINGS) {
      Path file = signatures.resolve(name + ending);
      if (Files.exists(file)) {
        return Optional.of(
            PictureFile.trimmed("signature", file, SIGNATURE_WIDTH, SIGNATURE_HEIGHT));
      }
    }
    return Optional.empty();
  }
}
