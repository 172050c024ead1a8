package org.regards.mail;

/**
 * A file that goes with a letter.
 *
 * @param name as the recipient sees it; one line, any characters
 * @param mediaType for example {@code application/pdf}
 * @param content may be shared by many letters
 */
public record MailAttachment(String name, String mediaType, AttachedContent content) {}
