/**
 * The business's own plan: what it promises and may give, who decides, when a sign is one, what
 * nobody does; and the people who act by it. Entry types: {@link org.regards.playbook.Playbooks}
 * loads and adopts, {@link org.regards.playbook.Playbook} answers for a day, {@link
 * org.regards.playbook.PlanReader} reads and checks a plan. Knows no letters.
 */
@NullMarked
package org.regards.playbook;

import org.jspecify.annotations.NullMarked;
