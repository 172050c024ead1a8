package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.letter.LetterId;

final class PostOrderTest {
  private static final LetterId L1 = new LetterId(1);

  @Test
  void countsNumbersInsideOfCodesAsNumbers() {
    assertOrder("GB", "BT7 1JL", "BT7 9AA", "BT10 1AA", "CV1 1AA", "SW1A 1AA", "SW1B 1AA");
    assertOrder("DE", "", "01067", "8001", "10115", "99998");
    assertOrder("US", "10001", "10001-0002", "10001-1999", "10002");
    assertOrder("NL", "1011 AB", "1011 AC", "1012 AA");
  }

  @Test
  void readsBritishAndCanadianCodesWithoutTheirSpace() {
    assertThat(key("GB", "bt71jl", "C-1")).isEqualTo(key("GB", "BT7 1JL", "C-1"));
    assertThat(key("CA", "K1A0B1", "C-1")).isEqualTo(key("CA", "K1A 0B1", "C-1"));
  }

  @Test
  void goesByCountryFirstAndByCustomerLast() {
    assertThat(key("AT", "9999", "C-9")).isLessThan(key("DE", "0001", "C-1"));
    assertThat(key("DE", "10115", "C-9")).isLessThan(key("DE", "10115", "C-10"));
    assertThat(key("DE", "10115", "C-9"))
        .isLessThan(
            PostOrder.key(address("DE", "10115"), new CustomerId("C-9"), new LetterId(256)));
  }

  @Test
  void usesCharactersThatEveryCollationSortsAlike() {
    assertThat(key("JP", "〒100-0001", "🌸ß山\u0000")).matches("[0-9a-f]+");
  }

  private static void assertOrder(String country, String... codes) {
    List<String> shuffled = new ArrayList<>(List.of(codes));
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(Comparator.comparing(code -> key(country, code, "C-1")));
    assertThat(shuffled).containsExactly(codes);
  }

  private static String key(String country, String code, String customer) {
    return PostOrder.key(address(country, code), new CustomerId(customer), L1);
  }

  private static PostalAddress address(String country, String code) {
    return new PostalAddress("12 Botanic Avenue", "Belfast", "", code, country);
  }
}
