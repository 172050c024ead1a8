package org.regards.outbox;

import java.nio.file.Path;

/**
 * Where print runs are made.
 *
 * @param folder of all runs
 * @param home the country letters are posted in, ISO 3166-1 alpha-2, or empty
 * @param person the name of who works there, on the computer
 */
public record PrintRoom(Path folder, String home, String person) {}
