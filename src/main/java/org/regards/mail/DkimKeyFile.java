package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.mail.DkimKey.Algorithm;

/** A private key in a PEM file: PKCS #8, or PKCS #1 for RSA. */
final class DkimKeyFile {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
  private static final long LARGEST = 100_000;
  private static final int FEWEST_BITS = 1_024;
  private static final int ENOUGH_BITS = 2_048;

  /** What stands before a PKCS #1 key in PKCS #8: version 0, and the name of RSA. */
  private static final byte[] RSA_NAME =
      HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

  private static final Set<PosixFilePermission> OTHERS =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private final Path file;
  private final List<String> problems;

  private DkimKeyFile(Path file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The key in a file; empty when there is none that can be used.
   *
   * @param problems to which is added why
   */
  static Optional<PrivateKey> read(Path file, Algorithm algorithm, List<String> problems) {
    return new DkimKeyFile(file, problems).read(algorithm);
  }

  /** What is not wrong, and should be otherwise. */
  static List<String> warnings(Path file, PrivateKey key) {
    List<String> warnings = new ArrayList<>();
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < ENOUGH_BITS) {
      warnings.add(
          "the key in %s has %,d bits; some mail systems trust only 2,048: make a new one under a new selector"
              .formatted(file, rsa.getModulus().bitLength()));
    }
    try {
      if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        warnings.add(
            "%s can be read by others on this machine, who could sign mail in your name: chmod 600 %1$s"
                .formatted(file));
      }
    } catch (IOException | UnsupportedOperationException unknown) {
      // a file system that says nothing of that
    }
    return warnings;
  }

  private Optional<PrivateKey> read(Algorithm algorithm) {
    String text;
    try {
      if (Files.size(file) > LARGEST) {
        return refused("is too large for a key");
      }
      text = new String(Files.readAllBytes(file), US_ASCII);
    } catch (IOException unreadable) {
      return refused("cannot be read; look whether the path is right and this program may read it");
    }
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      return refused("holds no key in PEM form (-----BEGIN PRIVATE KEY-----)");
    }
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(pem.group(2));
    } catch (IllegalArgumentException broken) {
      return refused("holds a key that is cut off or damaged");
    }
    return switch (pem.group(1)) {
      case "PRIVATE KEY" -> key(bytes, algorithm);
      case "RSA PRIVATE KEY" -> key(inPkcs8(bytes), algorithm);
      case "ENCRYPTED PRIVATE KEY" ->
          refused(
              "holds a key behind a passphrase, which nobody types while mail is sent; write it without one: openssl pkey -in %s -out dkim.pem"
                  .formatted(file));
      case "PUBLIC KEY", "RSA PUBLIC KEY" ->
          refused(
              "holds the public half of the key; that belongs into the DNS, and the private half"
                  + " here");
      default ->
          refused(
              "holds a %s, and not a private key".formatted(pem.group(1).toLowerCase(Locale.ROOT)));
    };
  }

  private Optional<PrivateKey> key(byte[] pkcs8, Algorithm algorithm) {
    PrivateKey key;
    try {
      key =
          KeyFactory.getInstance(algorithm.keyName())
              .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException other) {
      return refused(
          switch (algorithm) {
            case RSA -> "holds no RSA key; make one: openssl genrsa -out dkim.pem 2048";
            case ED25519 ->
                "holds no Ed25519 key; make one: openssl genpkey -algorithm ed25519 -out"
                    + " dkim-ed25519.pem";
          });
    }
    if (key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() < FEWEST_BITS) {
      return refused(
          "holds a key of %,d bits, which can be broken and is trusted by nobody; make one of 2,048: openssl genrsa -out dkim.pem 2048"
              .formatted(rsa.getModulus().bitLength()));
    }
    return Optional.of(key);
  }

  private Optional<PrivateKey> refused(String reason) {
    problems.add("%s %s".formatted(file, reason));
    return Optional.empty();
  }

  private static byte[] inPkcs8(byte[] pkcs1) {
    ByteArrayOutputStream sequence = new ByteArrayOutputStream();
    sequence.writeBytes(RSA_NAME);
    writeElement(0x04, pkcs1, sequence);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    writeElement(0x30, sequence.toByteArray(), whole);
    return whole.toByteArray();
  }

  /** DER: tag, length in as few bytes as it takes, content. */
  private static void writeElement(int tag, byte[] content, ByteArrayOutputStream out) {
    out.write(tag);
    int length = content.length;
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    out.writeBytes(content);
  }
}
