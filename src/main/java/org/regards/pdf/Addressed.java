package org.regards.pdf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterType;
import org.regards.letter.Recipient;

/**
 * Whose address an envelope or label bears.
 *
 * @param name of the letter or customer, for telling of it: {@code L-12}
 * @param language that the country's name is written in when the sender's country is not known
 * @param day of the letter, or that on which it is printed
 * @param type of the letter that goes in, or null where none is meant
 */
public record Addressed(
    String name,
    Recipient recipient,
    LetterLanguage language,
    LocalDate day,
    @Nullable LetterType type,
    MailCodes codes) {}
