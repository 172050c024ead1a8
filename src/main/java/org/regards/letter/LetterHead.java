package org.regards.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseId;
import org.regards.language.LetterLanguage;

/**
 * What a letter carries beside its words.
 *
 * @param caseId the case it is about, or null
 * @param date the day printed on it
 */
public record LetterHead(
    LetterType type,
    LetterLanguage language,
    LetterChannel channel,
    @Nullable CaseId caseId,
    LocalDate date,
    Recipient recipient,
    Signatory signatory) {}
