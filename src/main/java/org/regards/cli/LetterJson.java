package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.regards.letter.AttachedFile;
import org.regards.letter.Attachments;
import org.regards.letter.Fact;
import org.regards.letter.Letter;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterText;
import org.regards.letter.Part;
import org.regards.letter.StoredLetter;

/** A letter for a script. */
final class LetterJson {
  private LetterJson() {}

  static ObjectNode of(StoredLetter stored) {
    Letter letter = stored.letter();
    LetterHead head = letter.head();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", stored.id().toString())
        .put("state", stored.state().word())
        .put("type", head.type().word())
        .put("customer", head.recipient().customer().value())
        .put("case", head.caseId() == null ? null : head.caseId().value())
        .put("language", head.language().tag())
        .put("channel", head.channel().word())
        .put("date", head.date().toString())
        .put("signatory", head.signatory().staff().value())
        .put("author", stored.author() == null ? null : stored.author().value())
        .put("digest", LetterDigest.of(letter))
        .put("template", stored.template())
        .put("subject", letter.subjectText());
    add(node, head.attachments());
    ArrayNode parts = node.putArray("parts");
    for (Part part : letter.parts()) {
      parts
          .addObject()
          .put("name", part.name().word())
          .put("locked", part.locked())
          .put("text", LetterText.of(new Letter(head, letter.subject(), List.of(part))));
    }
    ArrayNode facts = node.putArray("facts");
    for (Fact fact : letter.facts()) {
      facts
          .addObject()
          .put("text", fact.text())
          .put("record", fact.source().record().toString())
          .put("field", fact.source().field())
          .put("value", fact.value());
    }
    return node;
  }

  /** What goes with a letter by email. */
  static void add(ObjectNode node, Attachments attachments) {
    node.put("with_pdf", attachments.asPdf());
    ArrayNode list = node.putArray("attachments");
    for (AttachedFile file : attachments.files()) {
      list.addObject()
          .put("name", file.name())
          .put("media_type", file.mediaType())
          .put("size", file.size())
          .put("sha256", file.sha256());
    }
  }
}
