package org.regards.playbook;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a plan. Reads values by name and adds what is wrong with them to the problems of
 * the whole; a value that cannot be read yields a harmless one, so that reading goes on. What the
 * mapping lacks is looked for in the one it stands over, that of the program's own plan.
 */
final class Section {
  private static final Pattern AMOUNT_FIRST =
      Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?) ([A-Z]{3})");
  private static final Pattern CURRENCY_FIRST =
      Pattern.compile("([A-Z]{3}) (-?[0-9]+(?:\\.[0-9]+)?)");

  private final MappingNode node;
  private final @Nullable Section under;
  private final List<PlanProblem> problems;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  Section(MappingNode node, @Nullable Section under, List<PlanProblem> problems) {
    this.node = node;
    this.under = under;
    this.problems = problems;
    Map<String, Integer> lines = new HashMap<>();
    for (NodeTuple entry : node.getValue()) {
      String name = name(entry);
      Integer before = lines.putIfAbsent(name, line(entry.getKeyNode()));
      if (before != null) {
        problem(
            entry.getKeyNode(),
            "%s stands here a second time; it is on line %d".formatted(name, before));
      }
      entries.putIfAbsent(name, entry);
    }
  }

  /** The names that stand in it, in order. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  boolean has(String name) {
    known.add(name);
    return entries.containsKey(name);
  }

  Section section(String name) {
    Section standard = under == null ? null : under.sectionOrNull(name);
    Node value = own(name);
    if (value instanceof MappingNode mapping) {
      return new Section(mapping, standard, problems);
    }
    if (value != null && !isEmpty(value)) {
      problem(value, name + " is a single value, expected lines of its own below it");
    } else if (standard == null) {
      missing(name);
    }
    return standard == null ? new Section(empty(), null, new ArrayList<>()) : standard.quiet();
  }

  private @Nullable Section sectionOrNull(String name) {
    return own(name) instanceof MappingNode mapping
        ? new Section(mapping, under == null ? null : under.sectionOrNull(name), problems)
        : null;
  }

  /** The mappings of a list; none when there is no such list. */
  List<Section> list(String name) {
    Node value = own(name);
    List<Section> sections = new ArrayList<>();
    if (value instanceof SequenceNode list) {
      for (Node each : list.getValue()) {
        if (each instanceof MappingNode mapping) {
          sections.add(new Section(mapping, null, problems));
        } else {
          problem(
              each,
              "an entry of %s is a single value, expected lines such as id: …".formatted(name));
        }
      }
    } else if (value != null && !isEmpty(value)) {
      problem(value, name + " is no list; begin each entry with a dash");
    }
    return sections;
  }

  /** The texts of a list; a single text counts as a list of one. */
  List<String> texts(String name) {
    Node value = find(name);
    if (value == null || isEmpty(value)) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Node each : value instanceof SequenceNode list ? list.getValue() : List.of(value)) {
      if (each instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue().strip());
      } else {
        problem(each, "an entry of %s is empty or no text".formatted(name));
      }
    }
    return texts;
  }

  String text(String name) {
    String text = textOrNull(name);
    if (text == null) {
      missing(name);
      return "";
    }
    return text;
  }

  String textOr(String name, String otherwise) {
    String text = textOrNull(name);
    return text == null ? otherwise : text;
  }

  private @Nullable String textOrNull(String name) {
    Node value = find(name);
    if (value == null || isEmpty(value)) {
      return null;
    }
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    problem(value, name + " is a list or has lines below it, expected one value");
    return null;
  }

  /** Yes or no. */
  boolean holds(String name) {
    String text = text(name);
    if (!text.equals("yes") && !text.equals("no")) {
      wrong(name, text, "yes or no");
    }
    return text.equals("yes");
  }

  int count(String name, int least) {
    Integer count = countOrNull(name, least);
    if (count == null) {
      if (find(name) == null) {
        missing(name);
      }
      return least;
    }
    return count;
  }

  @Nullable Integer countOrNull(String name, int least) {
    String text = textOrNull(name);
    if (text == null) {
      return null;
    }
    if (!text.matches("-?[0-9]{1,9}")) {
      wrong(name, text, "a whole number");
      return null;
    }
    int count = Integer.parseInt(text);
    if (count < least) {
      wrong(name, text, least == 0 ? "0 or more" : "at least " + least);
      return null;
    }
    return count;
  }

  /** A number that is not below zero. */
  BigDecimal number(String name) {
    String text = text(name);
    if (text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      return new BigDecimal(text);
    }
    if (!text.isEmpty()) {
      wrong(name, text, "a number such as 1.5, not below zero");
    }
    return BigDecimal.ONE;
  }

  BigDecimal percent(String name) {
    BigDecimal percent = percentOrNull(name);
    if (percent == null && find(name) == null) {
      missing(name);
    }
    return percent == null ? BigDecimal.ZERO : percent;
  }

  @Nullable BigDecimal percentOrNull(String name) {
    String text = textOrNull(name);
    if (text == null) {
      return null;
    }
    String digits = text.replaceFirst("\\s*%$", "");
    if (digits.matches("[0-9]{1,3}(\\.[0-9]{1,9})?")
        && new BigDecimal(digits).compareTo(BigDecimal.valueOf(100)) <= 0) {
      return new BigDecimal(digits);
    }
    wrong(name, text, "a percentage from 0 to 100, such as 25 %");
    return null;
  }

  @Nullable Money moneyOrNull(String name) {
    String text = textOrNull(name);
    return text == null ? null : money(name, text);
  }

  /** One amount for each currency. */
  Map<CurrencyUnit, Money> amounts(String name) {
    Map<CurrencyUnit, Money> amounts = new LinkedHashMap<>();
    for (String text : texts(name)) {
      Money amount = money(name, text);
      if (amount != null && amounts.putIfAbsent(amount.getCurrencyUnit(), amount) != null) {
        problemAt(name, "%s names %s twice".formatted(name, amount.getCurrencyUnit()));
      }
    }
    return amounts;
  }

  private @Nullable Money money(String name, String text) {
    Matcher amountFirst = AMOUNT_FIRST.matcher(text);
    Matcher currencyFirst = CURRENCY_FIRST.matcher(text);
    try {
      Money money =
          amountFirst.matches()
              ? Money.of(
                  CurrencyUnit.of(amountFirst.group(2)), new BigDecimal(amountFirst.group(1)))
              : currencyFirst.matches()
                  ? Money.of(
                      CurrencyUnit.of(currencyFirst.group(1)),
                      new BigDecimal(currencyFirst.group(2)))
                  : null;
      if (money != null && !money.isNegative()) {
        return money;
      }
      wrong(
          name,
          text,
          money == null ? "an amount such as 60.00 GBP" : "an amount that is not below zero");
    } catch (IllegalArgumentException | ArithmeticException noMoney) {
      wrong(name, text, "an amount with a known currency and its decimals, such as 60.00 GBP");
    }
    return null;
  }

  @Nullable LocalDate dayOrNull(String name) {
    String text = textOrNull(name);
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      wrong(name, text, "a day such as 2026-11-20");
      return null;
    }
  }

  <T> @Nullable T wordOrNull(
      String name, Function<String, Optional<T>> of, Collection<String> words) {
    String text = textOrNull(name);
    return text == null ? null : word(name, text, of, words);
  }

  <T> List<T> words(String name, Function<String, Optional<T>> of, Collection<String> words) {
    List<T> found = new ArrayList<>();
    for (String text : texts(name)) {
      T one = word(name, text, of, words);
      if (one != null) {
        found.add(one);
      }
    }
    return found;
  }

  private <T> @Nullable T word(
      String name, String text, Function<String, Optional<T>> of, Collection<String> words) {
    Optional<T> found = of.apply(text.toLowerCase(Locale.ROOT));
    if (found.isEmpty()) {
      problemAt(
          name,
          "%s is \"%s\"%s; it may be %s"
              .formatted(
                  name, shown(text), meant(text, words), words.stream().collect(joining(", "))));
    }
    return found.orElse(null);
  }

  /** Says of every name that nobody has asked for that there is no such. */
  void refuseOthers() {
    for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
      if (!known.contains(entry.getKey())) {
        problem(
            entry.getValue().getKeyNode(),
            "there is no %s here%s; there may be %s"
                .formatted(
                    shown(entry.getKey()), meant(entry.getKey(), known), String.join(", ", known)));
      }
    }
  }

  /** Adds a problem with the place of the value of that name, else of the section. */
  void problemAt(String name, String words) {
    NodeTuple entry = entries.get(name);
    problem(entry == null ? node : entry.getValueNode(), words);
  }

  /** Adds a problem with the place of the name itself. */
  void problemAtName(String name, String words) {
    NodeTuple entry = entries.get(name);
    problem(entry == null ? node : entry.getKeyNode(), words);
  }

  private void wrong(String name, String text, String expected) {
    problemAt(name, "%s is \"%s\", expected %s".formatted(name, shown(text), expected));
  }

  private void missing(String name) {
    problem(node, name + " is missing here");
  }

  private void problem(Node place, String words) {
    problems.add(PlanText.problem(place.getStartMark(), words));
  }

  /** A copy whose problems are nobody's: the program's own plan has none. */
  private Section quiet() {
    return new Section(node, under, new ArrayList<>());
  }

  private @Nullable Node own(String name) {
    known.add(name);
    NodeTuple entry = entries.get(name);
    return entry == null ? null : entry.getValueNode();
  }

  private @Nullable Node find(String name) {
    Node value = own(name);
    return value != null || under == null ? value : under.find(name);
  }

  private static String meant(String mistyped, Collection<String> words) {
    return Nearest.to(mistyped.toLowerCase(Locale.ROOT), words)
        .map(" (%s is meant?)"::formatted)
        .orElse("");
  }

  private static String name(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue().strip() : "?";
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }

  private static boolean isEmpty(Node value) {
    return value instanceof ScalarNode scalar && scalar.getValue().isBlank();
  }

  private static int line(Node place) {
    return place.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  private static MappingNode empty() {
    return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
  }
}
