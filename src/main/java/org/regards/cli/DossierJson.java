package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.customer.PostalAddress;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.LetterEvent;
import org.regards.history.Order;
import org.regards.history.PastLetter;
import org.regards.history.RecordChange;
import org.regards.history.Tag;

/** A dossier for a script, under the names of the import's columns. */
final class DossierJson {
  private DossierJson() {}

  static ObjectNode of(Dossier dossier, List<RecordChange> changes) {
    ObjectNode node = customer(dossier.customer());
    node.put("as_of", dossier.asOf().toString());
    ArrayNode orders = node.putArray("orders");
    dossier.orders().forEach(order -> orders.add(order(order)));
    ArrayNode cases = node.putArray("cases");
    dossier.cases().forEach(file -> cases.add(caseFile(file)));
    ArrayNode interactions = node.putArray("interactions");
    dossier.interactions().forEach(contact -> interactions.add(interaction(contact)));
    ArrayNode letters = node.putArray("letters");
    dossier.letters().forEach(letter -> letters.add(letter(letter)));
    ArrayNode changed = node.putArray("changes");
    changes.forEach(change -> changed.add(change(change)));
    return node;
  }

  private static ObjectNode customer(Customer customer) {
    PostalAddress address = customer.address();
    return object()
        .put("customer", customer.id().value())
        .put("title", customer.name().title())
        .put("given_name", customer.name().given())
        .put("family_name", customer.name().family())
        .put("organisation", customer.organisation())
        .put("email", customer.email())
        .put("phone", customer.phone())
        .put("language", customer.language())
        .put("street", address.street())
        .put("locality", address.locality())
        .put("region", address.region())
        .put("postal_code", address.postalCode())
        .put("country", address.country())
        .put("since", text(customer.since()))
        .put("account_manager", text(customer.accountManager()))
        .put("status", customer.status().word());
  }

  private static ObjectNode order(Order order) {
    return object()
        .put("order", order.id().value())
        .put("date", order.date().toString())
        .put("kind", order.kind().word())
        .put("amount", order.amount().getAmount())
        .put("currency", order.amount().getCurrencyUnit().getCode())
        .put("description", order.description())
        .put("refers_to", text(order.refersTo()));
  }

  private static ObjectNode caseFile(CaseFile file) {
    return object()
        .put("case", file.id().value())
        .put("opened", file.opened().toString())
        .put("order", text(file.order()))
        .put("about", file.about())
        .put("asked", file.asked())
        .put("asked_amount", amount(file.askedAmount()))
        .put("granted_amount", amount(file.grantedAmount()))
        .put("currency", currency(file.askedAmount(), file.grantedAmount()))
        .put("policy", text(file.policy()))
        .put("fault", file.fault().word())
        .put("state", file.state().word())
        .put("resolved", text(file.resolved()));
  }

  private static ObjectNode interaction(Interaction contact) {
    ObjectNode node =
        object()
            .put("interaction", contact.id().value())
            .put("at", contact.at().toString())
            .put("channel", contact.channel().word())
            .put("direction", contact.direction().word())
            .put("staff", text(contact.staff()))
            .put("subject", contact.subject())
            .put("text", contact.text())
            .put("message_id", contact.messageId())
            .put("minutes", contact.minutes());
    ArrayNode tags = node.putArray("tags");
    contact.tags().stream().map(Tag::word).sorted().forEach(tags::add);
    return node;
  }

  private static ObjectNode letter(PastLetter letter) {
    ObjectNode node =
        object()
            .put("letter", letter.letter())
            .put("type", letter.type())
            .put("channel", letter.channel())
            .put("state", letter.state())
            .put("at", letter.at().toString());
    ArrayNode events = node.putArray("events");
    for (LetterEvent event : letter.events()) {
      events
          .addObject()
          .put("kind", event.kind())
          .put("on", event.on().toString())
          .put("reason", event.reason());
    }
    return node;
  }

  private static ObjectNode change(RecordChange change) {
    return object()
        .put("record", change.field().record().toString())
        .put("field", change.field().field())
        .put("old", change.oldValue())
        .put("new", change.newValue())
        .put("at", change.importedAt().toString())
        .put("source", change.source())
        .put("line", change.line());
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.getAmount();
  }

  private static @Nullable String currency(@Nullable Money asked, @Nullable Money granted) {
    Money known = asked == null ? granted : asked;
    return known == null ? null : known.getCurrencyUnit().getCode();
  }
}
