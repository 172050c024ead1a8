package org.regards.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regards.customer.CustomerId;

/** Where letters and papers are written; the store knows nothing of most of the files in it. */
final class LettersFolder {
  private static final Pattern ADDRESSES = Pattern.compile("(envelopes|labels)-.*\\.pdf");
  private static final Pattern ANY = Pattern.compile(".*");

  private final Path folder;

  LettersFolder(Path folder) {
    this.folder = folder;
  }

  /** Papers that are named after the customer, and previews of their letters. */
  List<Path> own(CustomerId customer, Collection<Long> letters) {
    String key = Pattern.quote(URLEncoder.encode(customer.value(), UTF_8));
    List<Path> own =
        new ArrayList<>(
            files("papers", Pattern.compile("[a-z-]+-" + key + "-\\d{4}-\\d\\d-\\d\\d\\..*")));
    for (long letter : letters) {
      own.addAll(files("preview", Pattern.compile("L-" + letter + "(-\\d+)?\\.png")));
    }
    return own;
  }

  /** Files that may name the customer among others, in words. */
  List<String> others(Collection<Path> own) {
    List<String> others = new ArrayList<>();
    add(others, "", ADDRESSES, own, "envelopes and labels");
    add(others, "papers", ANY, own, "papers on more than one customer");
    add(others, "rejects", ANY, own, "rows that an import rejected");
    return others;
  }

  private void add(
      List<String> others, String within, Pattern names, Collection<Path> own, String what) {
    long count = files(within, names).stream().filter(file -> !own.contains(file)).count();
    if (count > 0) {
      others.add(
          "%s may show the customer: look through %s (%d %s)"
              .formatted(what, folder.resolve(within), count, count == 1 ? "file" : "files"));
    }
  }

  private List<Path> files(String within, Pattern names) {
    Path place = folder.resolve(within);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> names.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
