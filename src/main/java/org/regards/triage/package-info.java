/**
 * What a history calls for: which sign is in it, which letter should be written or that none
 * should, what stands against the others, and the records that say so. Entry types: {@link
 * org.regards.triage.Advisor} for one dossier, {@link org.regards.triage.AdviceRun} for all. Knows
 * dossiers and the playbook and nothing else; it decides nothing and sends nothing.
 */
@NullMarked
package org.regards.triage;

import org.jspecify.annotations.NullMarked;
