package org.regards.pdf;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.history.CaseId;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Block.ItemList;
import org.regards.letter.Block.Paragraph;
import org.regards.letter.Block.Table;
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
import org.regards.store.RecordField;

/** Letters written by hand, for tests of the page. */
final class Letters {
  static final LocalDate DAY = LocalDate.of(2026, 5, 6);
  static final PostalAddress LEEDS =
      new PostalAddress("14 Mill Lane", "Leeds", "", "LS1 4DY", "GB");
  static final PostalAddress BONN = new PostalAddress("Gartenstraße 8", "Bonn", "", "53111", "DE");
  static final PostalAddress LYON =
      new PostalAddress("12 rue des Lilas", "Lyon", "", "69003", "FR");
  static final PostalAddress SEVILLE =
      new PostalAddress("Calle Feria 21, 3.º B", "Sevilla", "Sevilla", "41003", "ES");
  static final PostalAddress PORTLAND =
      new PostalAddress("1207 NE Alder Street\nApt 5", "Portland", "OR", "97232", "US");
  static final Signatory MARIA =
      new Signatory(
          new StaffId("S-1"),
          "Maria Keller",
          "Customer care",
          "maria.keller@hollowayorchards.example",
          "+44 113 496 0102");
  static final Stationery ORCHARD =
      new Stationery(
          "Holloway Orchards",
          List.of("Orchard House", "3 Cider Row", "Hereford HR1 2XA"),
          "GB",
          "+44 1432 496 0100",
          "hello@hollowayorchards.example",
          "www.hollowayorchards.example");
  static final Stationery ORCHARD_US =
      new Stationery(
          "Holloway Orchards",
          List.of("2200 Cherry Road", "Hood River, OR 97031"),
          "US",
          "(541) 555-0100",
          "hello@hollowayorchards.example",
          "www.hollowayorchards.example");
  static final Stationery ORCHARD_DE =
      new Stationery(
          "Holloway Obsthof",
          List.of("Obstweg 3", "53604 Bad Honnef"),
          "DE",
          "+49 2224 960100",
          "hallo@hollowayorchards.example",
          "www.hollowayorchards.example");

  private Letters() {}

  static LetterHead head(LetterType type, LetterLanguage language, String name, PostalAddress to) {
    return new LetterHead(
        type,
        language,
        LetterChannel.PRINT,
        new CaseId("K-77"),
        DAY,
        new Recipient(new CustomerId("C-1001"), name, "", to, "someone@example.org"),
        MARIA);
  }

  static Letter explanation() {
    return new Letter(
        head(LetterType.EXPLANATION, LetterLanguage.EN_GB, "Ms Ana Lee", LEEDS),
        text("Your request of 3 May about order 1042 [K-77]"),
        parts(
            "Dear Ms Lee",
            "You wrote to us on 3 May and asked us to refund the full £48.00 for order 1042,"
                + " because the plums in your last box were too soft to keep.",
            "I have read your message and the notes of our call on 5 May, and I checked when the"
                + " box left us and when it reached you. It was packed on 27 April and delivered"
                + " the next morning before nine.",
            "Our freshness promise (Terms 4.2) covers fruit that arrives spoiled. Yours arrived"
                + " ripe and was kept for five days; it is picked to be eaten within two. That is"
                + " why we cannot refund order 1042.",
            "What I can do is this: I have added a note to your account, so that from now on your"
                + " boxes are packed with firmer fruit, and I have taken £9.60 off the next one."
                + " You do not need to do anything.",
            "You have been with us for six years, and I would like you to enjoy what we send. If"
                + " you want to talk it through, I am at my desk until 20 May on the number"
                + " above.",
            "Yours sincerely"));
  }

  static Letter rich() {
    List<Part> parts = new ArrayList<>();
    parts.add(part(PartName.SALUTATION, "Dear Ms. Lee:"));
    parts.add(
        new Part(
            PartName.OFFER,
            false,
            List.of(
                new Paragraph(
                    List.of(
                        new Inline.Text("We went through all three deliveries of order "),
                        fact("1042"),
                        new Inline.Text(" with our packers. This is "),
                        new Inline.Emphasis(text("what we found")),
                        new Inline.Text(":"))),
                new Table(
                    List.of(text("Delivered"), text("Box"), text("What we found"), text("Credit")),
                    List.of(
                        List.of(text("April 14"), text("Plums"), text("As ordered"), text("")),
                        List.of(
                            text("April 21"),
                            text("Cherries and apricots"),
                            text(
                                "The lid was open when the driver left it at the side door, so"
                                    + " the fruit was out in the rain"),
                            text("$24.00")),
                        List.of(text("April 28"), text("Plums"), text("Bruised"), text("$12.00")))),
                new Paragraph(text("From now on:")),
                new ItemList(
                    List.of(
                        text("the driver rings the bell and waits for you;"),
                        text(
                            "your boxes are packed with a second layer of straw, which keeps soft"
                                + " fruit from bruising on the last mile up the hill, where the"
                                + " road is bad;"),
                        text("you have my direct line."))),
                new Paragraph(
                    List.of(
                        new Inline.Text("You can see the credit of "),
                        fact("$36.00"),
                        new Inline.Text(" in "),
                        new Inline.Link(
                            URI.create("https://www.hollowayorchards.example/account"),
                            text("your account")),
                        new Inline.Text(" today. If anything is missing, write to "),
                        new Inline.Link(
                            URI.create("mailto:maria.keller@hollowayorchards.example"),
                            text("maria.keller@hollowayorchards.example")),
                        new Inline.Text("."))))));
    parts.add(signature("Sincerely,"));
    return new Letter(
        head(LetterType.COMPROMISE, LetterLanguage.EN_US, "Ms. Ana Lee", PORTLAND),
        text("A proposal for order 1042"),
        parts);
  }

  static Letter german() {
    return new Letter(
        head(LetterType.EXPLANATION, LetterLanguage.DE_DE, "Frau Dr. Käthe Groß", BONN),
        text("Ihre Anfrage vom 3. Mai"),
        parts(
            "Sehr geehrte Frau Dr. Groß,",
            "Sie haben uns am 3. Mai gebeten, Ihnen den vollen Betrag von 48,00 € für die"
                + " Bestellung 1042 zu erstatten, weil die Pflaumen in Ihrer letzten Kiste zu weich"
                + " waren.",
            "Unsere „Frische-Zusage“ (AGB 4.2) gilt für Obst, das verdorben ankommt. Ihres kam"
                + " reif an und lag fünf Tage; gepflückt wird es, um binnen zwei Tagen gegessen zu"
                + " werden. Deshalb können wir die Bestellung 1042 nicht erstatten.",
            "Das kann ich tun: Ihre nächsten Kisten packen wir mit festerem Obst, und von der"
                + " nächsten Rechnung ziehe ich 9,60 € ab.",
            "Mit freundlichen Grüßen"));
  }

  static Letter french() {
    return new Letter(
        head(LetterType.EXPLANATION, LetterLanguage.FR_FR, "Madame Hélène Cœur", LYON),
        text("Votre demande du 3 mai"),
        parts(
            "Madame,",
            "Vous nous avez demandé le 3 mai de vous rembourser la somme entière de 48,00 € pour la"
                + " commande 1042 : les prunes de votre dernier panier étaient trop mûres.",
            "Notre « promesse de fraîcheur » (conditions 4.2) couvre les fruits qui arrivent"
                + " abîmés. Les vôtres sont arrivés mûrs et ont été gardés cinq jours. C’est"
                + " pourquoi nous ne pouvons pas rembourser la commande 1042.",
            "Nous vous prions d’agréer, Madame, nos salutations distinguées."));
  }

  static Letter spanish() {
    return new Letter(
        head(LetterType.EXPLANATION, LetterLanguage.ES_ES, "Sra. Begoña Núñez", SEVILLE),
        text("Su solicitud del 3 de mayo"),
        parts(
            "Estimada Sra. Núñez:",
            "El 3 de mayo nos pidió que le devolviéramos los 48,00 € del pedido 1042, porque las"
                + " ciruelas de su última caja estaban demasiado blandas. ¿Qué hemos hecho? Hemos"
                + " revisado la entrega con el almacén.",
            "Por eso no podemos devolverle el importe del pedido 1042.",
            "Atentamente,"));
  }

  static Letter card() {
    List<Part> parts =
        List.of(
            part(PartName.SALUTATION, "Dear Ana,"),
            part(
                PartName.REGRET,
                "Our time of working together has come to an end, and I am sorry to see it go."),
            part(
                PartName.GRATITUDE,
                "Thank you for six years of Thursdays, and for the recipe for plum cake that the"
                    + " whole packing shed now bakes from."),
            part(PartName.WISHES, "I wish you a good summer and a full table."),
            signature("With thanks,"));
    return new Letter(
        head(LetterType.FAREWELL_CARD, LetterLanguage.EN_GB, "Ms Ana Lee", LEEDS),
        List.of(),
        parts);
  }

  /** The words of a card that the product comes from, in any language and of any type. */
  static Letter seedCard(LetterType type, LetterLanguage language) {
    return new Letter(
        head(type, language, "Ms Ana Lee", LEEDS),
        List.of(),
        List.of(
            part(PartName.SALUTATION, "Dear Ana,"),
            part(
                PartName.REGRET,
                "We’re sorry that our business relationship has ended, but we are so grateful for"
                    + " your business and for the ways we were able to help you. We wish you well"
                    + " and if you ever need our services again, feel free to call us."),
            signature("With thanks,")));
  }

  static Letter ofParagraphs(int count) {
    Stream<String> words =
        Stream.generate(
                () ->
                    "We have looked at every delivery since January and at each of your messages,"
                        + " and the next paragraphs set out what we found for each of them, with"
                        + " the dates, so that you can compare them with your own notes.")
            .limit(count);
    return new Letter(
        explanation().head(),
        explanation().subject(),
        parts(
            Stream.of(Stream.of("Dear Ms Lee"), words, Stream.of("Yours sincerely"))
                .flatMap(part -> part)
                .toArray(String[]::new)));
  }

  static Letter to(Letter letter, String name, String organisation, PostalAddress address) {
    LetterHead head = letter.head();
    Recipient recipient =
        new Recipient(head.recipient().customer(), name, organisation, address, "");
    return new Letter(
        new LetterHead(
            head.type(),
            head.language(),
            head.channel(),
            head.caseId(),
            head.date(),
            recipient,
            head.signatory()),
        letter.subject(),
        letter.parts());
  }

  static Letter saying(String words) {
    return new Letter(
        explanation().head(),
        explanation().subject(),
        List.of(
            part(PartName.SALUTATION, "Dear Ms Lee"),
            part(PartName.NEXT_STEP, words),
            signature("Yours sincerely")));
  }

  /** Salutation, paragraphs, and the last as the close. */
  static List<Part> parts(String... words) {
    List<Part> parts = new ArrayList<>();
    parts.add(part(PartName.SALUTATION, words[0]));
    for (int i = 1; i < words.length - 1; i++) {
      parts.add(part(PartName.REASON, words[i]));
    }
    parts.add(signature(words[words.length - 1]));
    return parts;
  }

  static Part part(PartName name, String words) {
    return new Part(name, false, List.of(new Paragraph(text(words))));
  }

  static Part signature(String close) {
    return new Part(
        PartName.SIGNATURE,
        false,
        List.<Block>of(
            new Block.Signature(
                text(close), List.of(text("Maria Keller"), text("Customer care")))));
  }

  static Inline fact(String words) {
    return new Inline.FactText(
        new Fact(words, RecordField.parse("order/1042.total").orElseThrow(), words));
  }

  static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }
}
