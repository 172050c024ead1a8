package org.regards.mail;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/**
 * A key that signs messages.
 *
 * @param selector under which its public half stands in the DNS
 */
record DkimKey(String selector, Algorithm algorithm, PrivateKey key) {
  /** RFC 6376 3.3.1 and RFC 8463. */
  enum Algorithm {
    RSA("rsa-sha256", "RSA", "SHA256withRSA"),
    ED25519("ed25519-sha256", "Ed25519", "Ed25519");

    private final String word;
    private final String keyName;
    private final String signature;

    Algorithm(String word, String keyName, String signature) {
      this.word = word;
      this.keyName = keyName;
      this.signature = signature;
    }

    /** The value of {@code a=}. */
    String word() {
      return word;
    }

    /** What Java calls its keys. */
    String keyName() {
      return keyName;
    }

    /** What Java calls its signatures. */
    String signatureName() {
      return signature;
    }
  }

  /** In base64; the same bytes make the same signature. */
  String sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(algorithm.signature);
      signature.initSign(key);
      signature.update(signed(bytes));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key that was read can sign", impossible);
    }
  }

  /** What is signed of some bytes. */
  byte[] signed(byte[] bytes) {
    return switch (algorithm) {
      case RSA -> bytes;
      // RFC 8463 3: over the hash, although the algorithm makes one of its own
      case ED25519 -> Dkim.sha256().digest(bytes);
    };
  }

  @Override
  public String toString() {
    return "%s %s".formatted(algorithm.word, selector);
  }
}
