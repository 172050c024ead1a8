package org.regards.mailbox;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a part is, by RFC 2045 5, read generously.
 *
 * @param type in lower case, {@code text/plain} where none is given
 * @param parameters by their names in lower case
 */
record ContentType(String type, Map<String, String> parameters) {
  static final String PLAIN = "text/plain";

  ContentType {
    parameters = Map.copyOf(parameters);
  }

  static ContentType of(String value) {
    int semicolon = value.indexOf(';');
    String type = (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    type = type.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    return new ContentType(
        type.contains("/") ? type : PLAIN,
        semicolon < 0 ? Map.of() : parameters(value.substring(semicolon + 1)));
  }

  private static Map<String, String> parameters(String text) {
    Map<String, String> found = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int equals = text.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = text.substring(at, equals).replace(";", " ").strip().toLowerCase(Locale.ROOT);
      int start = equals + 1;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      boolean quoted = start < text.length() && text.charAt(start) == '"';
      int end = text.indexOf(quoted ? '"' : ';', quoted ? start + 1 : start);
      end = end < 0 ? text.length() : end;
      String value = text.substring(Math.min(quoted ? start + 1 : start, end), end);
      found.putIfAbsent(name, quoted ? value : value.strip());
      int next = text.indexOf(';', end);
      at = next < 0 ? text.length() : next + 1;
    }
    return found;
  }

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  /** Whether the part holds a whole message, or its header. */
  boolean isMessage() {
    return switch (type) {
      case "message/rfc822",
          "message/global",
          "message/rfc822-headers",
          "text/rfc822-headers",
          "text/rfc822-header",
          "text/rfc822",
          "message/global-headers",
          "message/partial" ->
          true;
      default -> false;
    };
  }

  /** RFC 3464 and, with addresses in UTF-8, RFC 6533. */
  boolean isDeliveryStatus() {
    return type.equals("message/delivery-status") || type.equals("message/global-delivery-status");
  }
}
