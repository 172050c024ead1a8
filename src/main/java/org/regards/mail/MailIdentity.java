package org.regards.mail;

/**
 * What stays the same however often a letter is sent: kept when it is queued, and formed with
 * again.
 *
 * @param messageId with its angle brackets; the same for the same letter, recipient and content
 * @param digest SHA-256, in hex, over everything the recipient reads: names, addresses, subject,
 *     both faces, attachments
 */
public record MailIdentity(String messageId, String digest) {}
