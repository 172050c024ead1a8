package org.regards.letter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.language.LetterLanguage;
import org.regards.playbook.Playbook;
import org.regards.playbook.StaffMember;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** A contact as templates see one. */
final class ContactValues {
  /** A quotation longer than this is cut at a sentence or a word. */
  private static final int LONGEST_QUOTE = 180;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final List<String> GRAVITY = List.of("abuse", "harassment", "impeding", "threat");

  private ContactValues() {}

  static TemplateValue.Group of(
      String name, Interaction contact, Playbook playbook, LetterLanguage language) {
    Optional<StaffMember> member = Optional.ofNullable(contact.staff()).flatMap(playbook::member);
    return new ValueGroup(name, new RecordId(RecordKind.INTERACTION, contact.id().value()))
        .day("at", day(contact))
        .word("channel", contact.channel().word())
        .word("direction", contact.direction().word())
        .text("subject", contact.subject())
        .words("quote", quotable(contact) ? quote(contact.text()) : null, language)
        .text("staff_name", member.map(StaffMember::name).orElse(null))
        .word("conduct", conduct(contact))
        .flag("thanks", contact.tags().contains(Tag.THANKS))
        .build();
  }

  static LocalDate day(Interaction contact) {
    return LocalDate.ofInstant(contact.at(), ZoneOffset.UTC);
  }

  /** Only the customer's own written words are quoted; our note of a call is not. */
  private static boolean quotable(Interaction contact) {
    return contact.direction() == Direction.IN && contact.channel().keepsOwnWords();
  }

  /**
   * The gravest conduct a contact was marked with, in neutral words; {@code none} when with none.
   */
  private static String conduct(Interaction contact) {
    return contact.tags().stream()
        .filter(Tag::isConduct)
        .map(tag -> tag.word().split(":", 2)[0])
        .max(Comparator.comparingInt(GRAVITY::indexOf))
        .orElse("none");
  }

  /** The beginning of a text, ended at a sentence where one ends in time, else at a word. */
  static String quote(String text) {
    String flat = SPACE.matcher(text.strip()).replaceAll(" ");
    if (flat.length() <= LONGEST_QUOTE) {
      return flat;
    }
    String head = flat.substring(0, LONGEST_QUOTE);
    int sentence =
        Math.max(head.lastIndexOf(". "), Math.max(head.lastIndexOf("! "), head.lastIndexOf("? ")));
    if (sentence > LONGEST_QUOTE / 3) {
      return head.substring(0, sentence + 1);
    }
    int word = head.lastIndexOf(' ');
    return (word > 0 ? head.substring(0, word) : head) + " …";
  }
}
