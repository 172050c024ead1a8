package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message holds, by what its parts are for.
 *
 * @param words what it says to people, without the message that it quotes
 * @param statuses the reports for machines
 * @param returned the headers of messages that come with it or are quoted in it
 * @param enclosed whole messages that come with it
 * @param feedback a report of RFC 5965
 * @param receipt a report of RFC 8098
 * @param isCalendarAnswer whether it answers an invitation, RFC 5546 3.2.3
 * @param isStatusPart whether the reports for machines are parts, and not lines of its text
 */
record Survey(
    Header header,
    ContentType type,
    String words,
    List<DeliveryStatus> statuses,
    List<Header> returned,
    List<Part> enclosed,
    Optional<Header> feedback,
    Optional<Header> receipt,
    boolean isStatusPart,
    boolean isCalendarAnswer) {
  private static final List<String> FORWARDED =
      List.of("fwd:", "fw:", "wg:", "tr:", "rv:", "i:", "enc:", "doorst:", "pd:", "转发", "fwd ");

  static Survey of(Part message) {
    return new Walk().through(message);
  }

  /** The recipients that the returned message names, ours as far as we know. */
  List<String> sentTo() {
    List<String> sentTo = new ArrayList<>();
    for (Header header : returned) {
      for (String name :
          List.of(
              "to",
              "cc",
              "x-original-to",
              "envelope-to",
              "x-envelope-to",
              "x-rcpt-to",
              "apparently-to")) {
        header.all(name).forEach(value -> sentTo.addAll(Addresses.all(value)));
      }
    }
    List<String> senders =
        returned.stream()
            .flatMap(back -> back.all("from").stream())
            .flatMap(value -> Addresses.all(value).stream())
            .toList();
    List<String> readers = Addresses.all(header.first("to"));
    // who reads this notice is hardly whom the message was for, unless he wrote to himself
    return sentTo.stream()
        .distinct()
        .filter(address -> holds(senders, address) || !holds(readers, address))
        .toList();
  }

  /** Whether its subject says that somebody sends on what they got. */
  static boolean isForwarded(Header header) {
    String subject = Phrase.plain(header.first("subject")).strip();
    return FORWARDED.stream().anyMatch(subject::startsWith);
  }

  private static boolean holds(List<String> addresses, String address) {
    return addresses.stream().anyMatch(one -> Addresses.same(one, address));
  }

  /** Who sent the returned message, and whom this one is for. */
  List<String> ourselves() {
    List<String> ours = new ArrayList<>();
    for (String name : List.of("to", "delivered-to")) {
      header.all(name).forEach(value -> ours.addAll(Addresses.all(value)));
    }
    for (Header back : returned) {
      for (String name :
          List.of("from", "return-path", "sender", "reply-to", "x-envelope-from", "errors-to")) {
        back.all(name).forEach(value -> ours.addAll(Addresses.all(value)));
      }
    }
    return ours;
  }

  private static final class Walk {
    private static final Pattern REPORT =
        Pattern.compile("(?im)^(?:reporting-mta|final-recipient|original-recipient):");
    private static final int MOST_WORDS = 256 * 1024;

    private final StringBuilder words = new StringBuilder();
    private final List<DeliveryStatus> statuses = new ArrayList<>();
    private final List<Header> returned = new ArrayList<>();
    private final List<Part> enclosed = new ArrayList<>();
    private @Nullable Header feedback;
    private @Nullable Header receipt;
    private boolean calendarAnswer;

    Survey through(Part message) {
      read(message, true);
      Quotation quotation = Quotation.of(words.toString());
      if (statuses.isEmpty() && isForwarded(message.header())) {
        Quotation inner = Quotation.of(sentOn(words.toString()));
        quotation = inner.status().isPresent() ? inner.saying(quotation.words()) : quotation;
      }
      quotation.quoted().stream()
          .filter(header -> !header.fields().isEmpty())
          .forEach(returned::add);
      boolean isStatusPart = !statuses.isEmpty();
      if (!isStatusPart) {
        quotation.status().map(DeliveryStatus::of).ifPresent(statuses::add);
      }
      return new Survey(
          message.header(),
          message.type(),
          quotation.words(),
          List.copyOf(statuses),
          List.copyOf(returned),
          List.copyOf(enclosed),
          Optional.ofNullable(feedback),
          Optional.ofNullable(receipt),
          isStatusPart,
          calendarAnswer);
    }

    /** From where a report for machines begins, however deep it is quoted. */
    private static String sentOn(String text) {
      String flat = text.replaceAll("(?m)^[> |]{1,20}", "");
      Matcher report = REPORT.matcher(flat);
      return report.find() ? flat.substring(report.start()) : "";
    }

    private void read(Part part, boolean isRoot) {
      ContentType type = part.type();
      if (type.isMessage()) {
        part.children().forEach(this::enclose);
      } else if (!part.children().isEmpty()) {
        if (type.type().equals("multipart/alternative")) {
          readOne(part.children());
        } else {
          part.children().forEach(child -> read(child, false));
        }
        if (words.toString().isBlank() && !part.isEmpty()) {
          // a notice before the first part, where programs that know no MIME would show it
          say(part.text());
        }
      } else if (type.isDeliveryStatus()) {
        statuses.add(DeliveryStatus.of(part.text()));
      } else if (type.type().equals("message/feedback-report")) {
        feedback = fields(part.text());
      } else if (isReceipt(type)) {
        receipt = fields(part.text());
      } else if (!isRoot && part.header().isOfMessage() && !part.header().has("content-type")) {
        enclose(part);
      } else if (isReportInDisguise(part)) {
        statuses.add(DeliveryStatus.of(part.text()));
      } else if (type.type().equals("text/calendar")) {
        calendarAnswer |= type.parameter("method").equalsIgnoreCase("reply");
      } else if (part.isText()) {
        if (!isRoot && part.header().isOfMessage()) {
          enclose(part);
        } else {
          say(part.isHtml() ? HtmlText.of(part.text()) : part.text());
        }
      }
    }

    /** Gateways that do not know the type of the report call it a stream of bytes. */
    private static boolean isReportInDisguise(Part part) {
      return part.type().type().equals("application/octet-stream")
          && REPORT.matcher(part.text()).find();
    }

    private static boolean isReceipt(ContentType type) {
      return type.type().equals("message/disposition-notification")
          || type.type().equals("message/global-disposition-notification");
    }

    /** Of several forms of the same text the first that has words, plain before HTML. */
    private void readOne(List<Part> forms) {
      int before = words.length();
      forms.stream().filter(form -> !form.isHtml()).forEach(form -> read(form, false));
      if (words.substring(before).isBlank()) {
        forms.stream().filter(Part::isHtml).forEach(form -> read(form, false));
      }
    }

    private void enclose(Part message) {
      returned.add(message.header());
      enclosed.add(message);
    }

    private void say(String text) {
      if (words.length() < MOST_WORDS) {
        words.append(text, 0, Math.min(text.length(), MOST_WORDS)).append("\n\n");
      }
    }

    private static Header fields(String text) {
      DeliveryStatus report = DeliveryStatus.of(text);
      List<Header.Field> all = new ArrayList<>(report.message().fields());
      report.recipients().forEach(group -> all.addAll(group.fields()));
      return new Header(all);
    }
  }
}
