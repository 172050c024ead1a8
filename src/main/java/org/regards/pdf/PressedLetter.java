package org.regards.pdf;

import java.util.List;

/**
 * The pages of one letter ready for the press, with their structure and the characters they use;
 * everything is counted within the letter. Immutable once made.
 */
record PressedLetter(List<PressedPage> pages, TagTree tags, Supplies supplies) {}
