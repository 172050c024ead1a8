package org.regards.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The report of RFC 3464 for machines, with addresses as RFC 6533 writes them, and with the
 * liberties that its writers take: missing blank lines, fields in any order, lines that are not
 * folded.
 *
 * @param message the fields about the whole message
 * @param recipients those about each recipient
 */
record DeliveryStatus(Header message, List<Header> recipients) {
  private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z0-9-]{1,60})[ \\t]?:(.*)");
  private static final Pattern HEX = Pattern.compile("\\\\x\\{([0-9A-Fa-f]{2,6})\\}");
  private static final int MOST_RECIPIENTS = 1000;

  DeliveryStatus {
    recipients = List.copyOf(recipients);
  }

  static DeliveryStatus of(String text) {
    List<Header> groups = new ArrayList<>();
    List<Header.Field> group = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher field = FIELD.matcher(line);
      if (line.isBlank()) {
        end(groups, group);
      } else if (field.matches() && !isSpace(line.charAt(0))) {
        Header.Field next = Header.Field.of(field.group(1), field.group(2));
        boolean again = group.stream().anyMatch(had -> had.name().equals(next.name()));
        if (again && isOfRecipient(next.name())) {
          end(groups, group);
        }
        group.add(next);
      } else if (!group.isEmpty()) {
        Header.Field last = group.removeLast();
        group.add(new Header.Field(last.name(), (last.value() + " " + line.strip()).strip()));
      }
    }
    end(groups, group);
    List<Header> recipients =
        groups.stream().filter(DeliveryStatus::isOfRecipient).limit(MOST_RECIPIENTS).toList();
    Header message =
        groups.stream().filter(fields -> !isOfRecipient(fields)).findFirst().orElse(Header.NONE);
    return new DeliveryStatus(
        message.fields().isEmpty() && !recipients.isEmpty() ? recipients.getFirst() : message,
        recipients);
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\t';
  }

  private static void end(List<Header> groups, List<Header.Field> group) {
    if (!group.isEmpty()) {
      groups.add(new Header(group));
      group.clear();
    }
  }

  private static boolean isOfRecipient(Header fields) {
    return fields.fields().stream().anyMatch(field -> isOfRecipient(field.name()));
  }

  private static boolean isOfRecipient(String field) {
    return switch (field) {
      case "final-recipient", "original-recipient", "action", "status", "diagnostic-code" -> true;
      default -> false;
    };
  }

  /** The address behind {@code rfc822;} or {@code utf-8;}; empty when it is of another kind. */
  static Optional<String> address(String field) {
    String value = HEX.matcher(field).replaceAll(DeliveryStatus::character);
    return Addresses.first(value.replace("+3D", "=").replace("+2B", "+"));
  }

  private static String character(MatchResult found) {
    int character = Integer.parseInt(found.group(1), 16);
    return Matcher.quoteReplacement(
        Character.isValidCodePoint(character) ? Character.toString(character) : "?");
  }

  /** Without the name of the kind of server before it, {@code smtp;} or {@code dns;}. */
  static String untyped(String field) {
    int semicolon = field.indexOf(';');
    boolean typed =
        semicolon > 0
            && semicolon < 20
            && field.substring(0, semicolon).strip().matches("[A-Za-z0-9-]{1,20}");
    return typed ? field.substring(semicolon + 1).strip() : field.strip();
  }
}
