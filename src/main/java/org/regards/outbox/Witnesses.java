package org.regards.outbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where programs that send leave their {@link Testimony}: beside the letters, which all who share
 * the folder see, and in a folder of the machine's own, which stays as it is when the letters are
 * restored together with the store.
 *
 * @param machine as people call it
 */
record Witnesses(WitnessFolder letters, Optional<WitnessFolder> here, String machine) {
  List<WitnessFile> begin(String store, String token) {
    return folders().map(folder -> folder.begin(store, token)).toList();
  }

  List<Testimony> of(String store) {
    Set<Testimony> all = new LinkedHashSet<>();
    folders().forEach(folder -> all.addAll(folder.of(store)));
    return List.copyOf(all);
  }

  /** The tokens of those who sent last from this machine; empty when nobody knows. */
  Set<String> here(String store) {
    return here.map(folder -> folder.of(store)).orElseGet(List::of).stream()
        .map(Testimony::token)
        .collect(Collectors.toUnmodifiableSet());
  }

  void forget(String store, List<String> tokens) {
    folders().forEach(folder -> folder.forget(store, tokens));
  }

  private Stream<WitnessFolder> folders() {
    return Stream.concat(Stream.of(letters), here.stream());
  }
}
