package org.regards.mail;

/**
 * A file that goes with a letter. Immutable as long as nobody changes its bytes.
 *
 * @param name as the recipient sees it; any characters
 * @param mediaType for example {@code application/pdf}
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them; a copy of 20 MB is dear
public record MailAttachment(String name, String mediaType, byte[] bytes) {
  @Override
  public String toString() {
    return "%s (%s, %d bytes)".formatted(name, mediaType, bytes.length);
  }
}
