package org.regards.erasure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerId;
import org.regards.customer.ErasureDao.Tombstone;
import org.regards.history.EvidenceRoom;
import org.regards.letter.LetterFiles;

/**
 * What is erased of a customer in each table. Amounts and days stay: the books need them. Lives as
 * long as its handle.
 */
final class PersonDao {
  private static final String OF_LETTERS =
      " WHERE letter IN (SELECT id FROM letter WHERE customer = :customer)";
  private static final String OF_HOLDS =
      " WHERE hold IN (SELECT id FROM hold WHERE customer = :customer)";

  /** Statements by what they take away, in an order that references allow. */
  private static final Map<String, String> STATEMENTS = statements();

  private final Handle handle;

  PersonDao(Handle handle) {
    this.handle = handle;
  }

  private static Map<String, String> statements() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(
        "name and addresses",
        """
        UPDATE customer
        SET title = '', given_name = '', family_name = '', organisation = '', email = '', phone = '',
            street = '', locality = '', region = '', postal_code = '', country = '', since = NULL,
            account_manager = NULL, status = 'do-not-contact'
        WHERE id = :customer
        """);
    all.put("verdicts on contacts", "DELETE FROM incident_verdict WHERE customer = :customer");
    all.put("contacts", "DELETE FROM interaction WHERE customer = :customer");
    all.put("cases", "UPDATE case_file SET about = '', asked = '' WHERE customer = :customer");
    all.put(
        "words on decided cases", "UPDATE case_event SET reason = '' WHERE customer = :customer");
    all.put(
        "answers to invitations", "UPDATE invite_answer SET words = '' WHERE customer = :customer");
    all.put("orders", "UPDATE customer_order SET description = '' WHERE customer = :customer");
    all.put("former values", "DELETE FROM record_change WHERE customer = :customer");
    all.put("addresses that bounced", "DELETE FROM email_bounce WHERE customer = :customer");
    all.put("messages of the mailbox", "DELETE FROM mail_filed WHERE customer = :customer");
    all.put("letters in the queue", "DELETE FROM print_queue" + OF_LETTERS);
    all.put(
        "deliveries",
        """
        UPDATE delivery
        SET recipient = 'erased ' || id, message_id = '', in_reply_to = '', reply = '', file = '',
            digest = '', heard = ''
        """
            + OF_LETTERS);
    all.put("names of attached files", "DELETE FROM letter_attachment" + OF_LETTERS);
    all.put("digests of letters in print runs", "UPDATE print_sheet SET digest = ''" + OF_LETTERS);
    all.put("texts of letters", "UPDATE letter_body SET body = ''" + OF_LETTERS);
    all.put(
        "letters",
        """
        UPDATE letter
        SET recipient_name = '', organisation = '', street = '', locality = '', region = '',
            postal_code = '', country = '', recipient_email = '', attached_files = 0,
            attached_pdf = 0,
            state = CASE WHEN state = 'done' THEN 'done' ELSE 'cancelled' END
        WHERE customer = :customer
        """);
    all.put("words on holds", "UPDATE hold SET cause = '' WHERE customer = :customer");
    all.put("words on lifted holds", "UPDATE hold_lift SET reason = ''" + OF_HOLDS);
    all.put("words on letters let pass", "UPDATE hold_pass SET reason = ''" + OF_LETTERS);
    all.put(
        "words on letters let pass before a decision",
        "UPDATE task_pass SET reason = ''" + OF_LETTERS);
    all.put(
        "what came of tasks",
        """
        UPDATE task_done SET words = ''
        WHERE task IN (SELECT id FROM task WHERE customer = :customer)
        """);
    all.put("words on tasks", "UPDATE task SET words = '' WHERE customer = :customer");
    all.put("words on take-overs", "UPDATE take_over SET reason = '' WHERE customer = :customer");
    // The rules that were answered for say nothing of anybody: the report on overrides counts them.
    all.put("words on approvals", "UPDATE approval SET because = '', digest = ''" + OF_LETTERS);
    all.put(
        "counsel's words",
        "UPDATE counsel_word SET because = '', digest = '' WHERE customer = :customer");
    all.put(
        "words on exceptions",
        "UPDATE policy_exception SET because = '' WHERE customer = :customer");
    all.put("words on hand-overs", "UPDATE hand_over SET because = ''" + OF_LETTERS);
    return all;
  }

  /** How many rows of each are gone or empty now; those of which there was none are left out. */
  Map<String, Integer> erase(Tombstone tombstone) {
    CustomerId customer = tombstone.customer();
    Map<String, Integer> rows = new LinkedHashMap<>();
    STATEMENTS.forEach(
        (what, sql) -> {
          int changed = handle.createUpdate(sql).bind("customer", customer.value()).execute();
          if (changed > 0) {
            rows.put(what, changed);
          }
        });
    int files = LetterFiles.forgetUnused(handle);
    if (files > 0) {
      rows.put("attached files", files);
    }
    int seen = EvidenceRoom.erase(handle, customer);
    if (seen > 0) {
      rows.put("posts that were kept as evidence", seen);
    }
    int audited = AuditTrail.erase(handle, tombstone.at(), Actor.of(tombstone.by()), customer);
    if (audited > 0) {
      rows.put("words in the audit trail", audited);
    }
    return rows;
  }
}
