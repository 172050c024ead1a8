package org.regards.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a notice for people says of which recipient. There are hundreds of forms; what they share is
 * that the address stands at the head of a line or behind few words, and that the reason is near.
 */
final class Notice {
  private static final PhraseTable NOTICES = PhraseTable.load("notices.txt");
  private static final Pattern ORIGIN =
      Pattern.compile(
          "(?i)(generated from|expanded from|originally addressed|forwarded from|alias"
              + " for)[^@]{0,20}$");
  private static final Pattern SUMMARY_TO =
      Pattern.compile("(?i)^\\s{0,20}(To|Cc|Kopie|An|À|A|Para|Aan|Do|Кому|宛先)\\s{0,3}:");
  private static final Pattern SUMMARY_SUBJECT =
      Pattern.compile(
          "(?i)^\\s{0,20}(Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Temat|Тема|件名|Sent)\\s{0,3}:");
  private static final Pattern BLANK = Pattern.compile("\n\\s{0,200}\n");
  private static final int MOST_WORDS = 20_000;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,63}");
  private static final int KNOWN = 5;
  private static final int LEADS = 3;
  private static final int SAYS = 2;
  private static final int SOMEBODY_ELSE = -8;
  private static final int MOST = 100;
  private static final int LONGEST_LEAD = 60;
  private static final int LONGEST = 400;

  private static final int LONGEST_CODE = 9;
  private static final Set<String> SERVICES =
      Set.of(
          "postmaster",
          "mailer-daemon",
          "abuse",
          "support",
          "helpdesk",
          "hostmaster",
          "noc",
          "webmaster",
          "mailmaster",
          "itsupport",
          "servicedesk",
          "help",
          "administrator",
          "spam",
          "security",
          "unblock",
          "delist",
          "postoffice",
          "mail-daemon");

  private final List<String> lines;
  private final List<List<String>> keys = new ArrayList<>();
  private final Set<String> ourselves;
  private final Set<String> sentTo;
  private final Map<String, Integer> scores = new LinkedHashMap<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();
  private String latest = "";

  /**
   * A recipient and what is said of it.
   *
   * @param origin the address it was forwarded from, or empty
   */
  record Said(String address, String origin, String words) {}

  Notice(String words, Collection<String> ourselves, Collection<String> sentTo) {
    this.lines = words.lines().limit(3000).toList();
    this.sentTo = keys(sentTo);
    this.ourselves = keys(ourselves);
    for (int i = 0; i < lines.size(); i++) {
      List<Addresses.Place> places = Addresses.in(lines.get(i));
      keys.add(places.stream().map(place -> Addresses.key(place.address())).toList());
      read(i, places);
    }
  }

  private static Set<String> keys(Collection<String> addresses) {
    return addresses.stream().map(Addresses::key).collect(Collectors.toSet());
  }

  private void read(int number, List<Addresses.Place> places) {
    String line = lines.get(number);
    for (Addresses.Place place : places) {
      String key = Addresses.key(place.address());
      if (!latest.isEmpty() && isOrigin(line, place, number)) {
        origins.putIfAbsent(latest, place.address());
        continue;
      }
      latest = key;
      int score = score(key, line, place, number);
      spellings.putIfAbsent(key, place.address());
      scores.merge(key, score, Math::max);
    }
  }

  /** {@code a@b (generated from c@d)}, on one line or on two. */
  private boolean isOrigin(String line, Addresses.Place place, int number) {
    String before = line.substring(0, place.start());
    if (before.isBlank() || before.strip().equals("<")) {
      before = (number == 0 ? "" : lines.get(number - 1)) + " " + before;
    }
    return ORIGIN.matcher(before).find();
  }

  /** The summary that Exchange begins with: whom we wrote to, not who did not get it. */
  private boolean isSummary(String line, int number) {
    return SUMMARY_TO.matcher(line).find()
        && lines.subList(number + 1, Math.min(lines.size(), number + 4)).stream()
            .anyMatch(next -> SUMMARY_SUBJECT.matcher(next).find());
  }

  private int score(String key, String line, Addresses.Place place, int number) {
    if (isSummary(line, number)) {
      return 1;
    }
    int score = 0;
    int from = Math.max(0, place.start() - 2 * LONGEST_LEAD);
    String before = Phrase.plain(line.substring(from, place.start())).strip();
    String bare = before.replaceAll("[^\\p{L}\\p{N})]{1,60}$", "").strip();
    boolean known = sentTo.contains(key);
    if (known) {
      score += KNOWN;
    } else if (ourselves.contains(key) || isService(key)) {
      score += SOMEBODY_ELSE;
    }
    String word = bare.substring(bare.lastIndexOf(' ') + 1);
    if (word.isEmpty() || word.matches("[0-9#.)*-]{1,8}")) {
      boolean alone = line.substring(place.end()).matches("[\\s>:;,.)\\]\"']{0,20}");
      score += LEADS + (alone && before.length() < 4 ? SAYS : 0);
    } else if (isLead(bare)) {
      score += LEADS;
    } else if (isOther(bare)) {
      score -= known ? 1 : 4;
    }
    boolean says =
        StatusCode.placeOfReply(line) >= 0
            || StatusCode.placeOf(line) >= 0
            || (number + 1 < lines.size() && saysWhy(lines.get(number + 1)))
            || Reasons.byWords(line).isPresent();
    return score + (says ? SAYS : 0);
  }

  private static boolean saysWhy(String line) {
    return StatusCode.placeOfReply(line) >= 0 || Reasons.byWords(line).isPresent();
  }

  private static boolean isLead(String bare) {
    return bare.length() <= LONGEST_LEAD && endsWith("recipient-lead", bare);
  }

  private static boolean isOther(String bare) {
    return endsWith("other-lead", bare);
  }

  private static boolean endsWith(String section, String bare) {
    String[] words = bare.split("[^\\p{L}\\p{N}()'-]+");
    String last = words.length == 0 ? "" : words[words.length - 1];
    return NOTICES.is(section, last);
  }

  private static boolean isService(String key) {
    return SERVICES.contains(key.substring(0, key.indexOf('@')));
  }

  /** The recipients that it tells of; empty when it names none. */
  List<Said> recipients(Collection<String> named) {
    Set<String> certain = keys(named);
    named.forEach(address -> spellings.putIfAbsent(Addresses.key(address), address));
    certain.forEach(key -> scores.merge(key, 2 * KNOWN, Integer::sum));
    int best = scores.values().stream().max(Comparator.naturalOrder()).orElse(0);
    int enough = certain.isEmpty() ? Math.min(best, best >= KNOWN ? KNOWN : LEADS) : 2 * KNOWN;
    if (best < 1) {
      return List.of();
    }
    List<String> chosen =
        scores.entrySet().stream()
            .filter(entry -> entry.getValue() >= enough)
            .map(Map.Entry::getKey)
            .limit(MOST)
            .toList();
    return chosen.stream()
        .map(
            key ->
                new Said(
                    spellings.getOrDefault(key, key),
                    origins.getOrDefault(key, ""),
                    wordsOn(key, chosen)))
        .toList();
  }

  /** AOL names the mailbox only, on a line of its own below "to the following recipients". */
  List<Said> alone(String from) {
    String domain = Addresses.first(from).map(one -> one.substring(one.indexOf('@'))).orElse("");
    for (int i = 1; i < lines.size() && !domain.isEmpty(); i++) {
      String line = lines.get(i).strip();
      boolean introduced =
          lines.subList(Math.max(0, i - 3), i).stream().anyMatch(one -> one.strip().endsWith(":"));
      if (introduced && NAME.matcher(line).matches()) {
        return List.of(new Said(line + domain, "", all()));
      }
    }
    return List.of();
  }

  /** The lines from each mention of the address to the next of another recipient. */
  private String wordsOn(String key, List<String> chosen) {
    if (chosen.size() == 1) {
      return aboutOne(key);
    }
    List<String> own = new ArrayList<>();
    boolean mine = false;
    for (int i = 0; i < lines.size(); i++) {
      List<String> here = keys.get(i).stream().filter(chosen::contains).toList();
      mine = here.isEmpty() ? mine : here.contains(key);
      if (mine) {
        own.add(lines.get(i));
      }
    }
    String words = String.join("\n", own);
    return Reasons.byWords(words).isPresent() || StatusCode.placeOf(words) >= 0
        ? words
        : words + "\n\n" + all();
  }

  /**
   * What it says of an address, the rest behind it; all of it when it does not name the address.
   */
  String about(String address) {
    return aboutOne(Addresses.key(address));
  }

  /** From the address on first, since what comes before is mostly the same in all notices. */
  private String aboutOne(String key) {
    for (int i = 0; i < lines.size(); i++) {
      if (keys.get(i).contains(key)) {
        return String.join("\n", lines.subList(i, lines.size()))
            + "\n\n"
            + String.join("\n", lines.subList(0, i));
      }
    }
    return all();
  }

  private String all() {
    return String.join("\n", lines);
  }

  /**
   * The sentence of a server in words on a recipient: from its code on, else the first that says
   * why.
   */
  static String diagnostic(String words) {
    List<String> paragraphs =
        BLANK
            .splitAsStream(words.substring(0, Math.min(words.length(), MOST_WORDS)))
            .limit(MOST)
            .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
            .filter(paragraph -> !paragraph.isEmpty())
            .toList();
    for (String paragraph : paragraphs) {
      int place = StatusCode.placeOfReply(paragraph);
      int code = StatusCode.placeOf(paragraph);
      if (place >= 0 || code >= 0) {
        int from = place < 0 ? code : code < 0 ? place : Math.min(place, code);
        boolean isEnd = paragraph.length() - from <= LONGEST_CODE;
        return cut(isEnd ? paragraph : paragraph.substring(from));
      }
    }
    return paragraphs.stream()
        .filter(paragraph -> Reasons.byWords(paragraph).filter(Notice::isTelling).isPresent())
        .findFirst()
        .or(() -> paragraphs.stream().filter(one -> Reasons.byWords(one).isPresent()).findFirst())
        .or(() -> paragraphs.stream().findFirst())
        .map(Notice::cut)
        .orElse("");
  }

  /** "Refused" and "trouble" stand in every notice. */
  private static boolean isTelling(Reason reason) {
    return reason != Reason.POLICY && reason != Reason.SERVER_TROUBLE;
  }

  static String cut(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
  }
}
