package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.regards.customer.PostalAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.postal.Rectangle;
import org.regards.postal.WindowFit;

class PreviewTest {
  private static final int DOTS = 127;
  private static final int DOTS_A_MILLIMETRE = 5;
  private static final int MARGIN = 15;
  private static final Color GREEN = new Color(0x1E8E3E);
  private static final PdfPrinter PRINTER = new PdfPrinter(Letters.ORCHARD, Fonts.builtIn());

  @Test
  void drawsWhatTheWindowAlwaysShows() throws IOException {
    BufferedImage picture = page(Letters.explanation(), 1);
    assertThat(picture.getWidth()).isCloseTo((210 + 2 * MARGIN) * DOTS_A_MILLIMETRE, within(2));
    assertThat(picture.getHeight()).isCloseTo((297 + 2 * MARGIN) * DOTS_A_MILLIMETRE, within(2));
    WindowFit fit = Letters.ORCHARD.paper().in("GB");
    Rectangle visible = fit.visible();
    assertThat(near(picture, visible.x(), visible.y() + 5)).isTrue();
    assertThat(near(picture, visible.right(), visible.y() + 5)).isTrue();
    assertThat(near(picture, visible.x() + 5, visible.bottom())).isTrue();
    assertThat(near(picture, visible.x() - 3, visible.y() + 5)).isFalse();
  }

  @Test
  void showsEveryPageOfALetterAndBothSidesOfACard() throws IOException {
    assertThat(pages(Letters.ofParagraphs(12))).isEqualTo(2);
    assertThat(pages(Letters.card())).isEqualTo(2);
    BufferedImage second = page(Letters.ofParagraphs(12), 2);
    for (int y = 0; y < second.getHeight(); y++) {
      for (int x = 0; x < second.getWidth(); x++) {
        assertThat(second.getRGB(x, y)).isNotEqualTo(GREEN.getRGB());
      }
    }
  }

  @Test
  void saysWhyThereIsNothingToShow() {
    Letter homeless =
        Letters.to(
            Letters.explanation(), "Ms Ana Lee", "", new PostalAddress("", "", "", "", "GB"));
    Previewed previewed = PRINTER.preview(new LetterId(1), homeless);
    assertThat(previewed).isInstanceOf(Previewed.Refused.class);
    assertThat(((Previewed.Refused) previewed).reasons())
        .isEqualTo(((Printed.Refused) PRINTER.print(homeless)).reasons());
  }

  private static boolean near(BufferedImage picture, float x, float y) {
    int column = Math.round((x + MARGIN) * DOTS_A_MILLIMETRE);
    int row = Math.round((y + MARGIN) * DOTS_A_MILLIMETRE);
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (picture.getRGB(column + dx, row + dy) == GREEN.getRGB()) {
          return true;
        }
      }
    }
    return false;
  }

  private static int pages(Letter letter) {
    try (Preview preview = shown(letter)) {
      return preview.pages();
    }
  }

  private static BufferedImage page(Letter letter, int number) throws IOException {
    try (Preview preview = shown(letter)) {
      return ImageIO.read(new ByteArrayInputStream(preview.png(number, DOTS)));
    }
  }

  private static Preview shown(Letter letter) {
    return ((Previewed.Shown) PRINTER.preview(new LetterId(1), letter)).pages();
  }
}
