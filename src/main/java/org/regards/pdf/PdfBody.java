package org.regards.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The numbered objects of a PDF on their way to a stream (ISO 32000-1, 7.5). Streams are written as
 * they come, small objects by the bundle into object streams (7.5.7), the cross references as a
 * stream at the end (7.5.8). Of what has been written, only where it lies is kept: four bytes a
 * page and some more a bundle. Used by one thread.
 */
final class PdfBody {
  private static final byte[] HEADER =
      "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n".getBytes(StandardCharsets.ISO_8859_1);

  private final OutputStream out;
  private final @Nullable Deflater deflater;
  private final PdfBytes line = new PdfBytes(1 << 10);
  private final List<Bundle> bundles = new ArrayList<>();

  /** The numbers of objects outside bundles, ascending, and where these objects lie. */
  private int[] singles = new int[64];

  private long[] places = new long[64];
  private int count;
  private long written;
  private int next = 1;

  /**
   * Where a bundle lies: its streams have the first numbers, the last of them is the object stream,
   * and the objects in that follow.
   *
   * @param streams from the place
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bundle(int first, long place, int[] streams, int objects) {
    int end() {
      return first + streams.length + objects;
    }
  }

  /** Where the objects of an opening lie, and what number is free after them. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Places(int[] singles, long[] places, int next) {}

  private PdfBody(OutputStream out, @Nullable Deflater deflater) {
    this.out = out;
    this.deflater = deflater;
  }

  /** For a file of many objects: small ones are deflated together. */
  static PdfBody deflating(OutputStream out) throws IOException {
    PdfBody body = new PdfBody(out, new Deflater(Deflater.BEST_SPEED));
    body.write(HEADER, HEADER.length);
    return body;
  }

  /** For a file of few objects, of which deflating would save a hundredth. */
  static PdfBody plain(OutputStream out) throws IOException {
    PdfBody body = new PdfBody(out, null);
    body.write(HEADER, HEADER.length);
    return body;
  }

  /** For a file that begins with objects that are written already. */
  static PdfBody plain(OutputStream out, PdfBytes opening, Places places) throws IOException {
    PdfBody body = new PdfBody(out, null);
    body.write(opening.array(), opening.length());
    body.count = places.singles().length;
    body.singles = Arrays.copyOf(places.singles(), body.count + 32);
    body.places = Arrays.copyOf(places.places(), body.count + 32);
    body.next = places.next();
    return body;
  }

  Places places() {
    return new Places(Arrays.copyOf(singles, count), Arrays.copyOf(places, count), next);
  }

  /** The number of an object that will be written before the file ends, outside all bundles. */
  int reserve() {
    if (count == singles.length) {
      singles = Arrays.copyOf(singles, 2 * count);
      places = Arrays.copyOf(places, 2 * count);
    }
    singles[count++] = next;
    return next++;
  }

  /** Writes an object under a number that was reserved. */
  void object(int number, PdfBytes object) throws IOException {
    begin(number);
    line.add(object).add("\nendobj\n");
    flushLine();
  }

  /**
   * Writes a stream under a number that was reserved.
   *
   * @param entries of its dictionary, without the length
   */
  void stream(int number, String entries, byte[] content) throws IOException {
    stream(number, entries, content, content.length);
  }

  void stream(int number, String entries, byte[] content, int length) throws IOException {
    begin(number);
    streamBody(entries, content, length);
  }

  private void begin(int number) {
    int index = Arrays.binarySearch(singles, 0, count, number);
    places[index] = written;
    line.clear();
    line.number(number).add(" 0 obj\n");
  }

  private void streamBody(String entries, byte[] content, int length) throws IOException {
    line.add("<<").add(entries).add("/Length ").number(length).add(">>\nstream\n");
    flushLine();
    write(content, length);
    line.clear();
    line.add("\nendstream\nendobj\n");
    flushLine();
  }

  /** Numbers a bundle; what it consists of is then written at once. */
  Bundling bundle(int streams, int objects) {
    Bundling bundling = new Bundling(streams, objects);
    next = bundling.bundle.end();
    return bundling;
  }

  /** A bundle while it is written: its streams first, then its objects, all in their order. */
  final class Bundling {
    private final Bundle bundle;
    private final PdfBytes index = new PdfBytes(1 << 10);
    private final PdfBytes objects = new PdfBytes(1 << 12);
    private int streams;
    private int begun;

    private Bundling(int streams, int objects) {
      this.bundle = new Bundle(next, written, new int[streams + 1], objects);
    }

    int firstStream() {
      return bundle.first();
    }

    int firstObject() {
      return bundle.first() + bundle.streams().length;
    }

    void stream(String entries, byte[] content, int length) throws IOException {
      begin();
      streamBody(entries, content, length);
    }

    /** Where the next object is to be written. */
    PdfBytes object() {
      index.number(firstObject() + begun++).add(' ').number(objects.length()).add(' ');
      return objects;
    }

    void end() throws IOException {
      if (begun != bundle.objects() || streams != bundle.streams().length - 1) {
        throw new IllegalStateException("a bundle of other objects than it was made for");
      }
      String entries = "/Type/ObjStm/N " + begun + "/First " + index.length();
      begin();
      smallStream(entries, index.add(objects));
      bundles.add(bundle);
    }

    private void begin() {
      bundle.streams()[streams] = Math.toIntExact(written - bundle.place());
      line.clear();
      line.number(bundle.first() + streams++).add(" 0 obj\n");
    }
  }

  private void smallStream(String entries, PdfBytes content) throws IOException {
    if (deflater == null) {
      streamBody(entries, content.array(), content.length());
      return;
    }
    byte[] deflated = new byte[content.length() + content.length() / 1000 + 64];
    deflater.reset();
    deflater.setInput(content.array(), 0, content.length());
    deflater.finish();
    int length = deflater.deflate(deflated);
    streamBody(entries + "/Filter/FlateDecode", deflated, length);
  }

  /**
   * Ends the file with its cross references.
   *
   * @param entries of the trailer: root, information, identity
   */
  void end(PdfBytes entries) throws IOException {
    long place = written;
    int number = reserve();
    begin(number);
    line.add("<</Type/XRef/Size ").number(next).add("/W[1 5 2]").add(entries);
    XrefRows rows = new XrefRows(deflater);
    addTo(rows);
    PdfBytes table = rows.end();
    line.add(rows.entries()).add("/Length ").number(table.length()).add(">>\nstream\n");
    flushLine();
    write(table.array(), table.length());
    line.clear();
    line.add("\nendstream\nendobj\nstartxref\n").add(Long.toString(place)).add("\n%%EOF\n");
    flushLine();
    out.flush();
    if (deflater != null) {
      deflater.end();
    }
  }

  private void addTo(XrefRows rows) {
    rows.add(0, 0, 0xFFFF);
    int single = 0;
    for (Bundle bundle : bundles) {
      while (single < count && singles[single] < bundle.first()) {
        rows.add(1, places[single++], 0);
      }
      for (int place : bundle.streams()) {
        rows.add(1, bundle.place() + place, 0);
      }
      int objectStream = bundle.first() + bundle.streams().length - 1;
      for (int i = 0; i < bundle.objects(); i++) {
        rows.add(2, objectStream, i);
      }
    }
    while (single < count) {
      rows.add(1, places[single++], 0);
    }
  }

  private void flushLine() throws IOException {
    write(line.array(), line.length());
  }

  private void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    written += length;
  }
}
