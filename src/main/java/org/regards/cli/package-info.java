/**
 * The command line, one class a command: each parses, calls one verb of a feature and prints.
 * Entry: {@link org.regards.cli.RegardsCommand}. Holds no rule of its own and does not see {@code
 * web}.
 */
@NullMarked
package org.regards.cli;

import org.jspecify.annotations.NullMarked;
