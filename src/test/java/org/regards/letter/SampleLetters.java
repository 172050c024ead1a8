package org.regards.letter;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.language.LetterLanguage;
import org.regards.store.RecordField;

/** Letters for tests that care for their form, not for who wrote them. */
public final class SampleLetters {
  public static final PostalAddress BELFAST =
      new PostalAddress("12 Botanic Avenue", "Belfast", "", "BT7 1JL", "GB");
  public static final Recipient TOMOKO =
      new Recipient(
          new CustomerId("C-1017"), "Ms Tomoko Arai", "", BELFAST, "tomoko.arai@mail.example");
  public static final Signatory MARA =
      new Signatory(
          new StaffId("mk"),
          "Mara Keller",
          "Head of customer care",
          "mara@orchard.example",
          "+44 1904 960 100");

  private SampleLetters() {}

  public static Letter thankYou() {
    return thankYou(TOMOKO, MARA, LetterChannel.EMAIL);
  }

  public static Letter thankYou(Recipient recipient, Signatory signatory, LetterChannel channel) {
    return new Letter(
        new LetterHead(
            LetterType.THANK_YOU,
            LetterLanguage.EN_GB,
            channel,
            null,
            LocalDate.of(2026, 11, 2),
            recipient,
            signatory),
        List.of(text("Thank you, "), fact("Tomoko", "customer/C-1017.given_name")),
        List.of(
            part(PartName.SALUTATION, paragraph(text("Dear Ms Arai"))),
            part(
                PartName.EVENT,
                paragraph(
                    text("On "),
                    fact("30 October", "interaction/I-77.at"),
                    text(
                        " you told a friend how we repaired the lamp, and she wrote to us the same"
                            + " evening to ask whether we would look at hers."))),
            part(
                PartName.EFFECT,
                new Block.ItemList(
                    List.of(
                        List.of(text("her lamp is "), new Inline.Emphasis(List.of(text("mended")))),
                        List.of(text("the workshop has your words on its wall")))),
                new Block.Table(
                    List.of(List.of(text("Lamp")), List.of(text("Mended"))),
                    List.of(
                        List.of(List.of(text("yours")), List.of(text("3 May"))),
                        List.of(List.of(text("hers")), List.of(text("31 October")))))),
            part(
                PartName.OUTLOOK,
                paragraph(
                    text("We keep the spare shade for you; "),
                    new Inline.Link(
                        URI.create("https://orchard.example/shades?id=4&size=2"),
                        List.of(text("here it is"))),
                    text("."))),
            part(
                PartName.SIGNATURE,
                new Block.Signature(
                    List.of(text("Yours sincerely")),
                    List.of(
                        List.of(text(signatory.name())),
                        List.of(text(signatory.title())),
                        List.of(text(signatory.phone())))))));
  }

  /** The same words as a letter of another type. */
  public static Letter of(LetterType type) {
    return of(type, TOMOKO);
  }

  public static Letter of(LetterType type, Recipient recipient) {
    Letter letter = thankYou(recipient, MARA, LetterChannel.EMAIL);
    LetterHead head = letter.head();
    return new Letter(
        new LetterHead(
            type,
            head.language(),
            head.channel(),
            head.caseId(),
            head.date(),
            head.recipient(),
            head.signatory()),
        letter.subject(),
        letter.parts());
  }

  /** One with which a photograph goes. */
  public static Letter attaching() {
    Letter letter = thankYou();
    AttachedFile photo = new AttachedFile("photo.png", "image/png", 100_000, "f00d");
    return new Letter(
        letter.head().with(new Attachments(false, List.of(photo))),
        letter.subject(),
        letter.parts());
  }

  /** A letter of one paragraph. */
  public static Letter saying(String words) {
    Letter letter = thankYou();
    return new Letter(
        letter.head(), letter.subject(), List.of(part(PartName.EVENT, paragraph(text(words)))));
  }

  public static Letter withSubject(String subject) {
    Letter letter = thankYou();
    return new Letter(letter.head(), List.of(text(subject)), letter.parts());
  }

  public static Recipient named(String name) {
    return new Recipient(new CustomerId("C-1017"), name, "", BELFAST, "tomoko.arai@mail.example");
  }

  public static Signatory signedBy(String name) {
    return new Signatory(
        new StaffId("mk"),
        name,
        "Head of customer care",
        "mara@orchard.example",
        "+44 1904 960 100");
  }

  /** Announces a pause by email until the end of the year. */
  public static Letter coolingOff() {
    LetterHead head = thankYou().head();
    return new Letter(
        new LetterHead(
            LetterType.COOLING_OFF,
            head.language(),
            head.channel(),
            null,
            head.date(),
            head.recipient(),
            head.signatory()),
        List.of(text("A pause")),
        List.of(
            part(PartName.PAUSE, paragraph(fact("2026-12-31", "input/until.value"))),
            part(PartName.REVIEW, paragraph(fact("2026-12-24", "input/review.value")))));
  }

  public static Block.Paragraph paragraph(Inline... runs) {
    return new Block.Paragraph(List.of(runs));
  }

  public static Part part(PartName name, Block... blocks) {
    return new Part(name, false, List.of(blocks));
  }

  public static Inline.Text text(String words) {
    return new Inline.Text(words);
  }

  public static Inline.FactText fact(String words, String source) {
    return new Inline.FactText(new Fact(words, RecordField.parse(source).orElseThrow(), words));
  }
}
