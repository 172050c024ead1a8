package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of RFC 2047 in a field, read as they were meant also where a word breaks the rules. */
final class EncodedWord {
  private static final Pattern WORD =
      Pattern.compile("=\\?([^?\\s*]{1,40})(?:\\*[^?\\s]{0,20})?\\?([BbQq])\\?([^?]{0,4000})\\?=");

  private EncodedWord() {}

  static String decoded(String raw) {
    if (!raw.contains("=?")) {
      return raw;
    }
    StringBuilder text = new StringBuilder();
    // A character may be cut in two by words that follow each other: their bytes are read together.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String charset = "";
    int end = 0;
    Matcher word = WORD.matcher(raw);
    while (word.find()) {
      String between = raw.substring(end, word.start());
      boolean goesOn = bytes.size() > 0 && between.isBlank();
      if (!goesOn || !charset.equalsIgnoreCase(word.group(1))) {
        text.append(Charsets.decoded(bytes.toByteArray(), charset));
        bytes.reset();
        text.append(goesOn ? "" : between);
      }
      charset = word.group(1);
      byte[] content = word.group(3).getBytes(ISO_8859_1);
      bytes.writeBytes(
          word.group(2).equalsIgnoreCase("b")
              ? Transfer.base64(content)
              : Transfer.quotedPrintable(word.group(3).replace('_', ' ').getBytes(ISO_8859_1)));
      end = word.end();
    }
    return text.append(Charsets.decoded(bytes.toByteArray(), charset))
        .append(raw.substring(end))
        .toString();
  }
}
