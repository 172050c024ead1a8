package org.regards.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Verifies a signature of RFC 8463, which jDKIM does not, by the letter of RFC 6376 and with
 * nothing of the program's own: slow, on whole texts.
 */
final class SecondSignature {
  private SecondSignature() {}

  static boolean holds(String message, PublicKey key) throws GeneralSecurityException {
    int end = message.indexOf("\r\n\r\n");
    List<String> fields =
        new ArrayList<>(Arrays.asList(message.substring(0, end).split("\r\n(?![ \t])")));
    String body = message.substring(end + 4);
    String signature =
        fields.stream()
            .filter(field -> field.contains("a=ed25519-sha256"))
            .findFirst()
            .orElseThrow();
    if (!tag(signature, "bh").equals(base64(sha256(relaxedBody(body))))) {
      return false;
    }
    Collections.reverse(fields);
    StringBuilder signed = new StringBuilder();
    for (String name : tag(signature, "h").split(":")) {
      fields.stream()
          .filter(
              field ->
                  field.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .findFirst()
          .ifPresent(
              field -> {
                fields.remove(field);
                signed.append(relaxed(field)).append("\r\n");
              });
    }
    signed.append(relaxed(signature.replaceFirst("(?s)([;\\s]b=)[^;]*$", "$1")));
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(key);
    check.update(sha256(signed.toString()));
    return check.verify(Base64.getDecoder().decode(tag(signature, "b")));
  }

  private static String tag(String signature, String name) {
    return signature.replaceAll("\\s", "").replaceFirst("(?s).*?[:;]" + name + "=([^;]*).*", "$1");
  }

  private static String relaxed(String field) {
    int colon = field.indexOf(':');
    return field.substring(0, colon).strip().toLowerCase(Locale.ROOT)
        + ":"
        + field.substring(colon + 1).replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
  }

  private static String relaxedBody(String body) {
    String lines = body.replaceAll("[ \t]+", " ").replace(" \r\n", "\r\n");
    String cut = lines.replaceAll("(\r\n)+$", "");
    return cut.isEmpty() ? "" : cut + "\r\n";
  }

  private static byte[] sha256(String text) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(text.getBytes(ISO_8859_1));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
