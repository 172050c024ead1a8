package org.regards.pdf;

import java.time.LocalDate;
import org.regards.language.LetterLanguage;
import org.regards.letter.Recipient;

/**
 * Whose address an envelope or label bears.
 *
 * @param name of the letter or customer, for telling of it: {@code L-12}
 * @param language that the country's name is written in when the sender's country is not known
 * @param day of the letter, or that on which it is printed
 * @param card whether a card goes in, and not a letter
 */
public record Addressed(
    String name,
    Recipient recipient,
    LetterLanguage language,
    LocalDate day,
    boolean card,
    MailCodes codes) {}
