package org.regards.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterType;

/**
 * Which letter lies on which sheet of a run, as {@code manifest.csv} (RFC 4180) and {@code
 * manifest.json}, written as the run is. Used by one thread.
 */
final class RunManifest implements AutoCloseable {
  static final String CSV = "manifest.csv";
  static final String JSON = "manifest.json";
  private static final String END_OF_ROW = "\r\n";

  private final Writer csv;
  private final JsonGenerator json;

  /** What the manifest says of a letter. */
  record Entry(
      RunLetter place, String file, LetterType type, CustomerId customer, String country) {}

  RunManifest(Path folder, PrintRun run) throws IOException {
    this.csv = Files.newBufferedWriter(folder.resolve(CSV));
    this.json = new JsonFactory().createGenerator(Files.newBufferedWriter(folder.resolve(JSON)));
    csv.write(
        "file,first_sheet,last_sheet,place,first_page,pages,letter,type,customer,country,envelope"
            + END_OF_ROW);
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField("run", run.id().toString());
    json.writeStringField("made_at", run.madeAt().toString());
    json.writeStringField("made_by", run.madeBy());
    json.writeBooleanField("duplex", run.duplex());
    json.writeArrayFieldStart("letters");
  }

  void add(Entry entry) throws IOException {
    RunLetter place = entry.place();
    csv.write(
        String.join(
            ",",
            quoted(entry.file()),
            Integer.toString(place.firstSheet()),
            Integer.toString(place.lastSheet()),
            Integer.toString(place.place()),
            Integer.toString(place.firstPage()),
            Integer.toString(place.pages()),
            place.letter().toString(),
            entry.type().word(),
            quoted(entry.customer().value()),
            entry.country(),
            quoted(place.envelope())));
    csv.write(END_OF_ROW);
    json.writeStartObject();
    json.writeStringField("file", entry.file());
    json.writeNumberField("first_sheet", place.firstSheet());
    json.writeNumberField("last_sheet", place.lastSheet());
    json.writeNumberField("place", place.place());
    json.writeNumberField("first_page", place.firstPage());
    json.writeNumberField("pages", place.pages());
    json.writeStringField("letter", place.letter().toString());
    json.writeStringField("type", entry.type().word());
    json.writeStringField("customer", entry.customer().value());
    json.writeStringField("country", entry.country());
    json.writeStringField("envelope", place.envelope());
    json.writeEndObject();
  }

  /** All that is known when the last letter is written. */
  void end(Iterable<RunFile> files, Map<String, Integer> envelopes, int letters, int sheets)
      throws IOException {
    json.writeEndArray();
    json.writeNumberField("letter_count", letters);
    json.writeNumberField("sheet_count", sheets);
    json.writeArrayFieldStart("files");
    for (RunFile file : files) {
      json.writeStartObject();
      json.writeStringField("file", file.name());
      json.writeStringField("stock", file.stock());
      json.writeNumberField("first_sheet", file.firstSheet());
      json.writeNumberField("last_sheet", file.lastSheet());
      json.writeNumberField("pages", file.pages());
      json.writeNumberField("letters", file.letters());
      json.writeStringField("sha256", file.digest());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("envelopes");
    for (Map.Entry<String, Integer> envelope : envelopes.entrySet()) {
      json.writeNumberField(envelope.getKey(), envelope.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    try (csv;
        json) {
      csv.flush();
    }
  }

  private static String quoted(String cell) {
    return cell.matches("[A-Za-z0-9 ./_#-]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
