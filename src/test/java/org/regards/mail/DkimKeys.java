package org.regards.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/** Keys made for a test, as files and as records of the DNS. */
final class DkimKeys {
  static final KeyPair RSA = pair("RSA", 2_048);
  static final KeyPair ED25519 = pair("Ed25519", 255);

  private static final int LAST_OF_ED25519 = 32;

  private DkimKeys() {}

  static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static Path write(Path file, KeyPair pair) {
    return write(file, "PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  static Path write(Path file, String kind, byte[] bytes) {
    String pem =
        "-----BEGIN %s-----\n%s\n-----END %1$s-----\n"
            .formatted(kind, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
    try {
      return Files.writeString(file, pem);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  static String record(KeyPair pair) {
    byte[] bytes = pair.getPublic().getEncoded();
    boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
    byte[] shown =
        rsa ? bytes : Arrays.copyOfRange(bytes, bytes.length - LAST_OF_ED25519, bytes.length);
    return "v=DKIM1; k=%s; p=%s"
        .formatted(rsa ? "rsa" : "ed25519", Base64.getEncoder().encodeToString(shown));
  }
}
