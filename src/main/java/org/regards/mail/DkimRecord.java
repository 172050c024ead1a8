package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The public half of a key in the DNS, which receivers check signatures with: RFC 6376 3.6.1. */
public final class DkimRecord {
  /** What stands before the bare bytes of an Ed25519 key (RFC 8463 4). */
  private static final String ED25519_NAME = "302a300506032b6570032100";

  private final String name;
  private final DkimKey key;

  DkimRecord(String name, DkimKey key) {
    this.name = name;
    this.key = key;
  }

  /** The name to look up, for example {@code regards2026._domainkey.example.org}. */
  public String name() {
    return name;
  }

  /**
   * Why a record does not go with the key here, as a sentence without its subject; empty when it
   * does.
   *
   * @param text of the TXT record, its strings joined
   */
  public Optional<String> flaw(String text) {
    Map<String, String> tags = tags(text);
    if (!tags.getOrDefault("v", "DKIM1").equals("DKIM1")) {
      return Optional.of("is not a record of DKIM (v=DKIM1)");
    }
    String wanted = key.algorithm().keyName().toLowerCase(Locale.ROOT);
    if (!tags.getOrDefault("k", "rsa").equals(wanted)) {
      return Optional.of("is for a key of another kind; it wants k=" + wanted);
    }
    String words = tags.getOrDefault("p", "");
    if (words.isEmpty()) {
      return Optional.of("holds no key (p=), which says that the key was revoked");
    }
    return fits(words) ? Optional.empty() : Optional.of("holds another key than that in the file");
  }

  private boolean fits(String words) {
    byte[] probe = name.getBytes(US_ASCII);
    try {
      Signature signature = Signature.getInstance(key.algorithm().signatureName());
      signature.initVerify(publicKey(Base64.getMimeDecoder().decode(words)));
      signature.update(key.signed(probe));
      return signature.verify(Base64.getDecoder().decode(key.sign(probe)));
    } catch (GeneralSecurityException | IllegalArgumentException broken) {
      return false;
    }
  }

  private PublicKey publicKey(byte[] bytes) throws GeneralSecurityException {
    byte[] named =
        switch (key.algorithm()) {
          case RSA -> bytes;
          case ED25519 -> HexFormat.of().parseHex(ED25519_NAME + HexFormat.of().formatHex(bytes));
        };
    return KeyFactory.getInstance(key.algorithm().keyName())
        .generatePublic(new X509EncodedKeySpec(named));
  }

  private static Map<String, String> tags(String text) {
    Map<String, String> tags = new HashMap<>();
    for (String tag : text.split(";")) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        tags.put(tag.substring(0, equals).strip(), tag.substring(equals + 1).replaceAll("\\s", ""));
      }
    }
    return tags;
  }
}
