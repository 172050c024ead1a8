package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the user's, good and bad. */
class PictureFileTest {
  private static final byte[] NO_PROFILE = {};

  @TempDir private Path folder;

  @Test
  void refusesFileThatIsNotThere() {
    refuses(
        folder.resolve("logo.png"), "there is no such file; put it there, or correct the setting");
  }

  @Test
  void refusesFolder() {
    refuses(folder, "it is a folder; name the picture itself");
  }

  @Test
  void refusesEmptyFile() throws IOException {
    refuses(
        Files.write(folder.resolve("logo.png"), NO_PROFILE), "it is empty; copy or save it anew");
  }

  @Test
  void refusesFileThatMayNotBeRead() throws IOException {
    Path file = Drawn.png(Drawn.mark(50), folder.resolve("logo.png"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx-wx-wx"));
    // whoever may read everything cannot be kept out
    assumeThat(Files.isReadable(file)).isFalse();
    refuses(file, "it may not be read; let the account that runs this read it");
  }

  @ParameterizedTest
  @CsvSource({
    "This is a text., 'it is neither PNG nor JPEG, whatever its name says; save it as PNG or JPEG'",
    "GIF89a, 'it is neither PNG nor JPEG, whatever its name says; save it as PNG or JPEG'",
    "<?xml version='1.0'?><svg/>, it is an SVG drawing; export it as PNG with 600 dots an inch",
  })
  void refusesWhatIsNoPictureWhateverItsName(String content, String message) throws IOException {
    refuses(Files.writeString(folder.resolve("logo.png"), content), message);
  }

  @Test
  void refusesHugeFileUnread() throws IOException {
    Path file = folder.resolve("logo.png");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(40_000_000);
    }
    refuses(
        file,
        "it has 40.0 MB and may have 16 MB; save it with fewer pixels: 600 an inch are enough");
  }

  @Test
  void refusesBombUndecoded() throws IOException {
    refuses(
        Files.write(
            folder.resolve("logo.png"),
            Drawn.png(30_000, 30_000, 8, 2, NO_PROFILE, new byte[1_000_000])),
        "it is 30000 × 30000 pixels and may have 25 million in all; save it with fewer: 600 an inch"
            + " are enough");
  }

  @Test
  void refusesTruncatedPictures() throws IOException {
    byte[] png = Files.readAllBytes(Drawn.png(Drawn.mark(200), folder.resolve("whole.png")));
    byte[] jpeg =
        Files.readAllBytes(Drawn.jpeg(Drawn.photograph(200, 200), folder.resolve("whole.jpg")));
    for (byte[] whole : new byte[][] {png, jpeg}) {
      for (int length : new int[] {30, whole.length / 2, whole.length - 12}) {
        refuses(
            Files.write(folder.resolve("half"), Arrays.copyOf(whole, length)),
            "it is damaged or ends too early; copy or save it anew");
      }
    }
  }

  @Test
  void refusesDamagedPicture() throws IOException {
    Path file = Drawn.png(Drawn.mark(200), folder.resolve("logo.png"));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    refuses(Files.write(file, bytes), "it is damaged or ends too early; copy or save it anew");
  }

  @Test
  void refusesColoursOfAPress() throws IOException {
    Path file = folder.resolve("logo.jpg");
    WritableRaster cmyk = Raster.createInterleavedRaster(0, 64, 64, 4, null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(cmyk, null, null), null);
    }
    writer.dispose();
    refuses(file, "it is in the colours of a press (CMYK); save it in RGB, best in sRGB");
  }

  @Test
  void refusesBlankPicture() throws IOException {
    refuses(
        Drawn.png(
            new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB), folder.resolve("logo.png")),
        "there is nothing on it but white; take another picture");
  }

  @Test
  void flattensTransparencyOnWhite() throws IOException {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, new Color(100, 0, 0, 128).getRGB());
    image.setRGB(1, 0, new Color(1, 2, 3).getRGB());
    assertThat(samples(Drawn.png(image, folder.resolve("logo.png")))).isEqualTo("b17f7f010203");
  }

  @Test
  void keepsGreysAsTheyAre() throws IOException {
    byte[] rows = {0, 0, 55, (byte) 128, (byte) 200};
    Path file = Files.write(folder.resolve("logo.png"), Drawn.png(4, 1, 8, 0, NO_PROFILE, rows));
    assertThat(samples(file)).isEqualTo("003780c8");
    byte[] deep = {0, 55, 9, (byte) 128, 9};
    Path sixteen = Files.write(file, Drawn.png(2, 1, 16, 0, NO_PROFILE, deep));
    assertThat(samples(sixteen)).isEqualTo("3780");
  }

  @Test
  void convertsOtherColoursToSrgb() throws IOException {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    byte[] row = {0, 0, 0, 55, 55, 55, 0};
    Path file = Files.write(folder.resolve("logo.png"), Drawn.png(2, 1, 8, 2, linear, row));
    String converted = samples(file);
    // a fifth of the light is half of the scale
    assertThat(Integer.parseInt(converted.substring(6, 8), 16)).isBetween(125, 131);
  }

  @Test
  void passesPlainJpegThroughWithoutWhereItWasTaken() throws IOException {
    Path file = Drawn.jpeg(Drawn.photograph(120, 80), folder.resolve("logo.jpg"));
    byte[] plain = Files.readAllBytes(file);
    Files.write(file, withExif(plain, 1));
    Plate plate = PictureFile.whole("logo", file, 200, 200);
    assertThat(plate.bytes()).isEqualTo(plain);
  }

  @Test
  void turnsPhotographUpright() throws IOException {
    Path file = Drawn.jpeg(Drawn.photograph(120, 80), folder.resolve("logo.jpg"));
    Files.write(file, withExif(Files.readAllBytes(file), 6));
    Plate plate = PictureFile.whole("logo", file, 200, 200);
    assertThat(plate.columns()).isEqualTo(80);
    assertThat(plate.rows()).isEqualTo(120);
    String samples = samples(plate);
    // what was at the lower left is at the upper left: no red yet, much green
    assertThat(Integer.parseInt(samples.substring(0, 2), 16)).isLessThan(30);
    assertThat(Integer.parseInt(samples.substring(2, 4), 16)).isGreaterThan(170);
  }

  @Test
  void makesLargePicturesNoLargerThanTheirPlaceShows() throws IOException {
    Path file = Drawn.png(Drawn.mark(3000), folder.resolve("logo.png"));
    Plate plate = PictureFile.trimmed("logo", file, 200, 56);
    // 56 points at 600 dots an inch
    assertThat(plate.rows()).isEqualTo(467);
    assertThat(plate.bytes().length).isLessThan(20_000);
  }

  private static void refuses(Path file, String message) {
    assertThatThrownBy(() -> PictureFile.trimmed("logo", file, 200, 56))
        .isInstanceOf(UnusablePictureException.class)
        .hasMessage("the logo %s cannot be printed: %s", file, message);
  }

  private static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] exif =
        HexFormat.of()
            .parseHex(
                "ffe10022457869660000"
                    + "4d4d002a00000008"
                    + "0001"
                    + "011200030000000100"
                    + "0"
                    + orientation
                    + "0000"
                    + "00000000");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.writeBytes(exif);
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  private static String samples(Path file) throws IOException {
    return samples(PictureFile.whole("logo", file, 200, 200));
  }

  private static String samples(Plate plate) throws IOException {
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(plate.bytes()))) {
      return HexFormat.of().formatHex(in.readAllBytes());
    }
  }
}
