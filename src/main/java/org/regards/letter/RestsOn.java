package org.regards.letter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.regards.history.PolicyId;

/** A version of a policy that a letter cites. */
public record RestsOn(PolicyId policy, int version) {
  /** As the facts of {@link PolicyValues} name it in the markup. */
  private static final Pattern FACT = Pattern.compile("\"policy/([^\"]+) v([0-9]{1,9})\\.");

  /** Those in a letter, in the order of reading. */
  public static List<RestsOn> of(Letter letter) {
    return in(LetterMarkup.write(letter));
  }

  /** Those in a stored letter, in the order of reading, without taking it apart. */
  static List<RestsOn> in(String markup) {
    if (!markup.contains("\"policy/")) {
      return List.of();
    }
    Set<RestsOn> found = new LinkedHashSet<>();
    Matcher matcher = FACT.matcher(markup);
    while (matcher.find()) {
      found.add(
          new RestsOn(
              new PolicyId(Parser.unescapeEntities(matcher.group(1), true)),
              Integer.parseInt(matcher.group(2))));
    }
    return List.copyOf(found);
  }

  @Override
  public String toString() {
    return policy + " v" + version;
  }
}
