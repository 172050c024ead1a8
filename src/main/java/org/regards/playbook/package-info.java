/**
 * The business's own plan: policies with their versions, and the people who may sign. Entry types:
 * {@link org.regards.playbook.Playbooks} loads, {@link org.regards.playbook.Playbook} answers.
 */
@NullMarked
package org.regards.playbook;

import org.jspecify.annotations.NullMarked;
