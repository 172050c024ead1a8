package org.regards.letter;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.regards.store.Database;

/**
 * The code under which a letter is known on paper: 26 digits and capitals that say nothing to a
 * stranger, do not tell how many letters there are, and cannot be made up. It is the number of the
 * letter as one block of AES-128 (FIPS 197) under a key of this store, written in Crockford's base
 * 32. The same letter has the same code always; two stores have different ones. Safe for all
 * threads.
 */
public final class LetterCode {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int BITS_A_DIGIT = 5;
  private static final int BLOCK = 16;
  private static final String CIPHER = "AES";

  private final Database database;
  private @Nullable SecretKeySpec key;

  /** Reads nothing yet: the key is looked for, or made, with the first code. */
  public LetterCode(Database database) {
    this.database = database;
  }

  public String of(LetterId letter) {
    byte[] block = ByteBuffer.allocate(BLOCK).putLong(0).putLong(letter.number()).array();
    BigInteger rest = new BigInteger(1, crypt(Cipher.ENCRYPT_MODE, block));
    char[] code = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      code[i] = DIGITS.charAt(rest.intValue() & (DIGITS.length() - 1));
      rest = rest.shiftRight(BITS_A_DIGIT);
    }
    return new String(code);
  }

  /**
   * The letter that a person names, by its number {@code L-12} or by its code: small letters,
   * spaces and hyphens do not matter, and O, I and L stand for 0, 1 and 1. Empty for a code with a
   * slip in it, a made-up one, and one of another store. Whether there is such a letter is another
   * question.
   */
  public Optional<LetterId> letter(String text) {
    Optional<LetterId> numbered = LetterId.parse(text.strip());
    return numbered.isPresent() ? numbered : block(text).flatMap(this::letter);
  }

  private Optional<LetterId> letter(byte[] block) {
    ByteBuffer plain = ByteBuffer.wrap(crypt(Cipher.DECRYPT_MODE, block));
    long upper = plain.getLong();
    long number = plain.getLong();
    return upper == 0 && number > 0 ? Optional.of(new LetterId(number)) : Optional.empty();
  }

  private static Optional<byte[]> block(String text) {
    BigInteger value = BigInteger.ZERO;
    int count = 0;
    for (char written : text.toUpperCase(Locale.ROOT).toCharArray()) {
      if (written == '-' || Character.isWhitespace(written)) {
        continue;
      }
      int digit = DIGITS.indexOf(meant(written));
      if (digit < 0 || ++count > LENGTH) {
        return Optional.empty();
      }
      value = value.shiftLeft(BITS_A_DIGIT).or(BigInteger.valueOf(digit));
    }
    if (count < LENGTH || value.bitLength() > BLOCK * Byte.SIZE) {
      return Optional.empty();
    }
    byte[] bytes = value.toByteArray();
    byte[] block = new byte[BLOCK];
    int length = Math.min(bytes.length, BLOCK); // one more when the sign has a byte of its own
    System.arraycopy(bytes, bytes.length - length, block, BLOCK - length, length);
    return Optional.of(block);
  }

  private static char meant(char written) {
    return switch (written) {
      case 'O' -> '0';
      case 'I', 'L' -> '1';
      default -> written;
    };
  }

  private byte[] crypt(int mode, byte[] block) {
    try {
      Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
      cipher.init(mode, key());
      return cipher.doFinal(block);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has AES", impossible);
    }
  }

  private synchronized SecretKeySpec key() {
    SecretKeySpec known = key;
    if (known == null) {
      known =
          new SecretKeySpec(
              database.read(handle -> new LetterKeyDao(handle).find()).orElseGet(this::made),
              CIPHER);
      key = known;
    }
    return known;
  }

  /** Another program may have made one in between: then that one holds. */
  private byte[] made() {
    byte[] fresh = new byte[BLOCK];
    new SecureRandom().nextBytes(fresh);
    return database.write(
        handle -> {
          LetterKeyDao keys = new LetterKeyDao(handle);
          keys.keep(fresh);
          return keys.find().orElseThrow();
        });
  }
}
