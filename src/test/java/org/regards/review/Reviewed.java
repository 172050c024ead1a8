package org.regards.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.regards.customer.Customer;
import org.regards.customer.CustomerId;
import org.regards.customer.CustomerStatus;
import org.regards.customer.PersonName;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.InteractionId;
import org.regards.history.Order;
import org.regards.history.OrderId;
import org.regards.history.OrderKind;
import org.regards.history.PastLetter;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Fact;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.letter.Recipient;
import org.regards.letter.Signatory;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.Remedy;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.store.RecordField;

/**
 * A letter for the tests of rules, told in a line: {@code Reviewed.letter(EXPLANATION,
 * EN_GB).part(REASON, "This is our policy.").findings(REAS_2)}. The customer is Ann Reid, with the
 * order 1042 and the case K-77 about it. {@code {2026-05-03|case/K-77.opened|3 May}} in a text is a
 * fact: value, source, words.
 */
public final class Reviewed {
  public static final Instant NOW = Instant.parse("2026-05-12T09:00:00Z");
  public static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  public static final CustomerId ANN = new CustomerId("C-1");
  public static final CaseId CASE = new CaseId("K-77");
  public static final OrderId ORDER = new OrderId("1042");
  public static final PolicyId RETURNS = new PolicyId("R-1");
  private static final Reviewer REVIEWER = new Reviewer(Map.of());

  private final LetterType type;
  private final LetterLanguage language;
  private final List<Part> parts = new ArrayList<>();
  private List<Inline> subject = List.of();
  private UnaryOperator<Dossier> history = UnaryOperator.identity();
  private UnaryOperator<LetterHead> head = UnaryOperator.identity();
  private Playbook playbook = playbook();
  private Surroundings surroundings = Surroundings.at(NOW);

  private Reviewed(LetterType type, LetterLanguage language) {
    this.type = type;
    this.language = language;
  }

  /** A letter without any part yet. */
  public static Reviewed letter(LetterType type, LetterLanguage language) {
    return new Reviewed(type, language);
  }

  public Reviewed subject(String text) {
    this.subject = runs(text);
    return this;
  }

  /** With a part of one paragraph for each text. */
  public Reviewed part(PartName name, String... paragraphs) {
    List<Block> blocks =
        Arrays.stream(paragraphs).<Block>map(text -> new Block.Paragraph(runs(text))).toList();
    parts.add(new Part(name, false, blocks));
    return this;
  }

  public Reviewed signed(String close, String... lines) {
    parts.add(
        new Part(
            PartName.SIGNATURE,
            false,
            List.of(
                new Block.Signature(
                    runs(close), Arrays.stream(lines).map(Reviewed::runs).toList()))));
    return this;
  }

  /** With another history than Ann's usual one. */
  public Reviewed of(UnaryOperator<Dossier> other) {
    this.history = other;
    return this;
  }

  public Reviewed headed(UnaryOperator<LetterHead> other) {
    this.head = other;
    return this;
  }

  public Reviewed by(Playbook other) {
    this.playbook = other;
    return this;
  }

  public Reviewed amid(Surroundings other) {
    this.surroundings = other;
    return this;
  }

  /** The usual history with something heard from Ann besides. */
  public static UnaryOperator<Dossier> hearing(String at, String staff, Tag... tags) {
    return dossier ->
        new Dossier(
            dossier.customer(),
            dossier.asOf(),
            dossier.orders(),
            Stream.concat(
                    dossier.interactions().stream(),
                    Stream.of(
                        new Interaction(
                            new InteractionId("I-2"),
                            ANN,
                            Instant.parse(at),
                            Channel.EMAIL,
                            Direction.IN,
                            new StaffId(staff),
                            "",
                            "…",
                            Set.of(tags),
                            "",
                            5)))
                .toList(),
            dossier.cases(),
            dossier.letters());
  }

  /** The usual history with another state of the case. */
  public static UnaryOperator<Dossier> judged(Fault fault, CaseState state) {
    return dossier -> {
      CaseFile file = dossier.cases().getFirst();
      return new Dossier(
          dossier.customer(),
          dossier.asOf(),
          dossier.orders(),
          dossier.interactions(),
          List.of(
              new CaseFile(
                  file.id(),
                  file.customer(),
                  file.opened(),
                  file.order(),
                  file.about(),
                  file.asked(),
                  file.askedAmount(),
                  file.policy(),
                  fault,
                  state,
                  null,
                  null)),
          dossier.letters());
    };
  }

  /** The usual history with another customer record. */
  public static UnaryOperator<Dossier> known(UnaryOperator<Customer> other) {
    return dossier ->
        new Dossier(
            other.apply(dossier.customer()),
            dossier.asOf(),
            dossier.orders(),
            dossier.interactions(),
            dossier.cases(),
            dossier.letters());
  }

  /** The usual history with a letter that went before. */
  public static UnaryOperator<Dossier> written(LetterType type, String state, String at) {
    return written(
        List.of(new PastLetter("L-1", type.word(), "email", state, Instant.parse(at), List.of())));
  }

  /** The usual history with letters that went before. */
  static UnaryOperator<Dossier> written(List<PastLetter> letters) {
    return dossier ->
        new Dossier(
            dossier.customer(),
            dossier.asOf(),
            dossier.orders(),
            dossier.interactions(),
            dossier.cases(),
            letters);
  }

  /** What a rule finds in it. */
  public List<Finding> findings(Rule rule) {
    return findings().stream().filter(finding -> finding.rule() == rule).toList();
  }

  /** The words that a rule finds in it. */
  public List<String> words(Rule rule) {
    return findings(rule).stream().map(finding -> finding.place().words()).toList();
  }

  public List<Finding> findings() {
    return REVIEWER.review(letter(), history.apply(dossier()), playbook, surroundings);
  }

  public Letter letter() {
    return new Letter(head(), subject, parts);
  }

  public LetterHead head() {
    return head.apply(usualHead());
  }

  private LetterHead usualHead() {
    return new LetterHead(
        type,
        language,
        LetterChannel.EMAIL,
        CASE,
        TODAY,
        new Recipient(ANN, "Ms Ann Reid", "", address(), "ann@mail.example"),
        new Signatory(
            new StaffId("mk"),
            "Mara Keller",
            "Customer care",
            "mara@orchard.example",
            "+44 1904 960 101"));
  }

  public Dossier dossier() {
    return new Dossier(
        new Customer(
            ANN,
            new PersonName("Ms", "Ann", "Reid"),
            "",
            "ann@mail.example",
            "",
            language.tag(),
            address(),
            LocalDate.of(2019, 4, 1),
            new StaffId("mk"),
            CustomerStatus.ACTIVE),
        NOW,
        List.of(
            new Order(
                ORDER,
                ANN,
                LocalDate.of(2026, 3, 2),
                OrderKind.ORDER,
                Money.parse("GBP 480.00"),
                "the reading lamp",
                null)),
        List.of(
            new Interaction(
                new InteractionId("I-1"),
                ANN,
                Instant.parse("2026-05-03T10:00:00Z"),
                Channel.EMAIL,
                Direction.IN,
                new StaffId("mk"),
                "The lamp",
                "The lamp arrived cracked. Please refund all of it.",
                Set.of(Tag.COMPLAINT),
                "",
                5)),
        List.of(
            new CaseFile(
                CASE,
                ANN,
                LocalDate.of(2026, 5, 3),
                ORDER,
                "lamp cracked",
                "a full refund",
                Money.parse("GBP 480.00"),
                RETURNS,
                Fault.NOBODY,
                CaseState.OPEN,
                null,
                null)),
        List.of());
  }

  public static Playbook playbook() {
    return new Playbook(
        List.of(
            new Policy(
                RETURNS,
                1,
                "Returns",
                "Terms 4.2",
                "You may return what you bought for 30 days.",
                LocalDate.of(2020, 1, 1),
                List.of("website"),
                Remedy.CREDIT,
                BigDecimal.valueOf(25),
                Money.parse("GBP 120.00"),
                Money.parse("GBP 60.00"),
                30)),
        List.of(
            new StaffMember(
                new StaffId("mk"),
                "Mara Keller",
                Role.AGENT,
                "mara@orchard.example",
                "+44 1904 960 101",
                "Customer care",
                Set.of(RETURNS))));
  }

  static PostalAddress address() {
    return new PostalAddress("5 Police Lane", "York", "", "YO1 7HD", "GB");
  }

  /** Text with facts as {@code {value|source|words}}. */
  static List<Inline> runs(String text) {
    List<Inline> runs = new ArrayList<>();
    int position = 0;
    while (position < text.length()) {
      int open = text.indexOf('{', position);
      while (open > 0 && text.charAt(open - 1) == '$') {
        open = text.indexOf('{', open + 1);
      }
      int close = open < 0 ? -1 : text.indexOf('}', open);
      if (close < 0) {
        runs.add(new Inline.Text(text.substring(position)));
        break;
      }
      if (open > position) {
        runs.add(new Inline.Text(text.substring(position, open)));
      }
      String[] fact = text.substring(open + 1, close).split("\\|", 3);
      runs.add(
          new Inline.FactText(
              new Fact(fact[2], RecordField.parse(fact[1]).orElseThrow(), fact[0])));
      position = close + 1;
    }
    return runs;
  }
}
