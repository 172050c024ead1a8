package org.regards.letter;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/** The files of the demonstration, by record: what a fact of a letter must agree with. */
final class DemoRecords {
  private static final Map<RecordKind, List<String>> FILES =
      Map.of(
          RecordKind.CUSTOMER, List.of("customers.csv", "customer"),
          RecordKind.ORDER, List.of("orders.csv", "order"),
          RecordKind.INTERACTION, List.of("interactions.csv", "interaction"),
          RecordKind.CASE, List.of("cases.csv", "case"),
          RecordKind.POLICY, List.of("policies.csv", "policy"),
          RecordKind.STAFF, List.of("staff.csv", "staff"));

  /** Worked out from several fields or records; the letter's own tests look at them. */
  private static final Set<String> WORKED_OUT =
      Set.of(
          "customer.name",
          "customer.academic_title",
          "customer.given_name",
          "customer.years",
          "customer.orders",
          "customer.complaints",
          "case.days",
          "case.messages",
          "case.waiting_days",
          "case.offer",
          "interaction.quote",
          "interaction.staff_name");

  private final Map<RecordKind, Map<String, NamedCsvRecord>> records =
      new EnumMap<>(RecordKind.class);

  DemoRecords() {
    FILES.forEach((kind, file) -> records.put(kind, read(kind, file.get(0), file.get(1))));
  }

  boolean has(RecordId record) {
    return records.getOrDefault(record.kind(), Map.of()).containsKey(record.key());
  }

  /** A field in the form in which facts keep values; empty for what is worked out. */
  Optional<String> stored(RecordField source) {
    RecordId record = source.record();
    NamedCsvRecord row = records.get(record.kind()).get(record.key());
    String kind = record.kind().word();
    if (WORKED_OUT.contains(kind + "." + source.field())) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind + "." + source.field()) {
          case "customer.id", "order.id", "case.id", "interaction.id", "policy.id" ->
              row.getField(kind);
          case "interaction.at" -> row.getField("at").substring(0, 10);
          case "policy.percent" -> row.getField("max_percent");
          case "order.amount", "case.asked_amount", "case.granted_amount" ->
              row.getField("currency") + " " + row.getField(source.field());
          case "policy.most" -> row.getField("currency") + " " + row.getField("max_amount");
          default -> row.getField(source.field());
        });
  }

  private static Map<String, NamedCsvRecord> read(RecordKind kind, String file, String key) {
    Map<String, NamedCsvRecord> rows = new HashMap<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(TeaMerchant.FILES.resolve(file))) {
      for (NamedCsvRecord row : reader) {
        String id = row.getField(key);
        rows.put(kind == RecordKind.POLICY ? id + " v" + row.getField("version") : id, row);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return rows;
  }
}
