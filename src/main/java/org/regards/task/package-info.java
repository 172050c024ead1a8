/**
 * What a person must do by when. Entry type: {@link org.regards.task.Tasks}; {@link
 * org.regards.task.TaskDao} opens tasks in the transaction of whatever calls for them.
 */
@NullMarked
package org.regards.task;

import org.jspecify.annotations.NullMarked;
