package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.history.CaseId;
import org.regards.history.Dossiers;
import org.regards.intake.Import;
import org.regards.intake.OnBadRows;
import org.regards.intake.Progress;
import org.regards.language.LetterLanguage;
import org.regards.playbook.Business;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;
import org.regards.template.TemplateFolder;

/** The business of the demonstration, for which the golden letters are written. */
public final class TeaMerchant {
  static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  static final Path FILES = Path.of("src/main/resources/org/regards/demo");

  static final Business BUSINESS =
      new Business(
          "Lark & Linden",
          new PostalAddress("5 Stonegate", "York", "", "YO1 8AN", "GB"),
          "hello@larkandlinden.example",
          "+44 1904 960 100",
          "larkandlinden.example",
          "en");

  private TeaMerchant() {}

  static void importInto(Database database, Path rejects) {
    assertThat(
            new Import(database, InstantSource.fixed(NOW), rejects)
                .run(List.of(FILES), OnBadRows.REFUSE_THE_FILE, Progress.SILENT)
                .tookAll())
        .isTrue();
  }

  static Composer composer() {
    return composer(Path.of("templates"));
  }

  static Composer composer(Path... templates) {
    return new Composer(
        TemplateFolder.open(List.of(templates), TemplateFolder.TIME_LIMIT), BUSINESS);
  }

  public static Drafts drafts(Database database) {
    return new Drafts(
        database,
        new Dossiers(database),
        new Playbooks(database),
        TeaMerchant::composer,
        InstantSource.fixed(NOW));
  }

  /**
   * A request as the golden letters have it: {@code customer=T-101}, {@code until=2026-12-20}, …
   */
  record Wanted(CustomerId customer, LetterRequest request) {
    static Wanted of(LetterType type, List<String> lines) {
      Map<String, String> values = new LinkedHashMap<>();
      for (String line : lines) {
        String[] nameAndValue = line.split("=", 2);
        values.put(nameAndValue[0], nameAndValue[1]);
      }
      String customer = values.remove("customer");
      String caseId = values.remove("case");
      String channel = values.remove("channel");
      String language = values.remove("language");
      String from = values.remove("from");
      return new Wanted(
          new CustomerId(customer),
          new LetterRequest(
              type,
              optional(caseId, CaseId::new),
              optional(channel, word -> LetterChannel.of(word).orElseThrow()),
              optional(language, tag -> LetterLanguage.of(tag).orElseThrow()),
              optional(from, StaffId::new),
              values));
    }

    private static <T> @Nullable T optional(@Nullable String text, Function<String, T> reader) {
      return text == null ? null : reader.apply(text);
    }
  }
}
