package org.regards.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.letter.Recipient;
import org.regards.letter.Signatory;

/**
 * The letter that all programs are measured with: the same words for each customer but for a
 * number, some years and an amount.
 */
final class BenchLetter {
  static final LocalDate DAY = LocalDate.of(2026, 3, 6);
  static final LetterLanguage LANGUAGE = LetterLanguage.EN_GB;

  private static final String RESOURCE = "/org/regards/cli/bench-letter.json";
  private static final Signatory SIGNATORY =
      new Signatory(new StaffId("S-1"), "Maria Keller", "Customer care", "", "");

  private final String heading;
  private final List<String> address;
  private final List<String> paragraphs;

  BenchLetter() {
    try (InputStream stream = BenchLetter.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("not on the class path: " + RESOURCE);
      }
      JsonNode letter = new ObjectMapper().readTree(stream);
      this.heading = letter.get("heading").textValue();
      this.address = texts(letter.get("address"));
      this.paragraphs = texts(letter.get("paragraphs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.textValue()));
    return List.copyOf(texts);
  }

  /** The letter to customer {@code i}. */
  Letter to(int i) {
    List<Part> parts = new ArrayList<>();
    int last = paragraphs.size() - 1;
    for (int p = 0; p < last - 1; p++) {
      PartName name = p == 0 ? PartName.SALUTATION : PartName.REASON;
      parts.add(part(name, new Block.Paragraph(words(paragraphs.get(p), i))));
    }
    parts.add(
        part(
            PartName.SIGNATURE,
            new Block.Signature(
                words(paragraphs.get(last - 1), i), List.of(words(paragraphs.get(last), i)))));
    return new Letter(head(i), words(heading, i), parts);
  }

  private LetterHead head(int i) {
    String[] town = address.get(2).split(" ", 2);
    return new LetterHead(
        LetterType.EXPLANATION,
        LANGUAGE,
        LetterChannel.PRINT,
        null,
        DAY,
        new Recipient(
            new CustomerId("C-" + i),
            filled(address.get(0), i),
            "",
            new PostalAddress(filled(address.get(1), i), town[1], "", town[0], "DE"),
            ""),
        SIGNATORY);
  }

  private static Part part(PartName name, Block block) {
    return new Part(name, false, List.of(block));
  }

  private static List<Inline> words(String text, int i) {
    return List.of(new Inline.Text(filled(text, i)));
  }

  private static String filled(String text, int i) {
    return text.indexOf('{') < 0
        ? text
        : text.replace("{i}", Integer.toString(i))
            .replace("{years}", Integer.toString(i % 37 + 3))
            .replace("{amount}", "€" + (i % 900 + 100) + ".00");
  }
}
