package org.regards.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.LetterId;

/**
 * The order in which the post wants bulk mail: by country and postal code, then by customer. A text
 * of hexadecimal digits whose order is the same in every collation; numbers inside of codes count
 * as numbers, so that BT7 comes before BT10.
 */
final class PostOrder {
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_NUMBER = 255;
  private static final int LENGTH_OF_INWARD_CODE = 3;

  private final ByteArrayOutputStream key = new ByteArrayOutputStream();

  private PostOrder() {}

  static String key(PostalAddress address, CustomerId customer, LetterId letter) {
    PostOrder order = new PostOrder();
    order.add(address.country());
    order.add(spaced(address.postalCode(), address.country()));
    order.add(customer.value());
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      order.key.write((int) (letter.number() >>> shift));
    }
    return HexFormat.of().formatHex(order.key.toByteArray());
  }

  /** British and Canadian codes end in three characters that are often written without a space. */
  private static String spaced(String code, String country) {
    String plain = code.strip();
    if (country.equals("GB") || country.equals("CA")) {
      String solid = plain.replaceAll("\\s+", "");
      if (solid.length() > LENGTH_OF_INWARD_CODE) {
        int cut = solid.length() - LENGTH_OF_INWARD_CODE;
        return solid.substring(0, cut) + " " + solid.substring(cut);
      }
    }
    return plain;
  }

  private void add(String field) {
    String text =
        field.substring(0, Math.min(field.length(), LONGEST_CODE)).toUpperCase(Locale.ROOT);
    int at = 0;
    while (at < text.length()) {
      int start = at;
      if (isDigit(text.charAt(at))) {
        while (at < text.length() && isDigit(text.charAt(at))) {
          at++;
        }
        addNumber(text.substring(start, at));
      } else if (Character.isLetter(text.charAt(at))) {
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
          at++;
        }
        key.writeBytes(text.substring(start, at).getBytes(UTF_8));
      } else {
        at++;
        key.write(' ');
      }
    }
    key.write(0);
  }

  /** Longer numbers are larger, once they have lost their zeros. */
  private void addNumber(String digits) {
    String value = digits.replaceFirst("^0+(?=.)", "");
    key.write('0');
    key.write(Math.min(value.length(), LONGEST_NUMBER));
    key.writeBytes(value.getBytes(UTF_8));
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
