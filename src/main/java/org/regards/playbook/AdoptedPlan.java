package org.regards.playbook;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A plan that was put in force.
 *
 * @param digest the SHA-256 of its text, in hexadecimal
 * @param from the first day of which decisions are judged by it
 */
public record AdoptedPlan(String digest, LocalDate from, Instant adoptedAt, String text) {}
