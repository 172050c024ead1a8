/**
 * Looks whether mail can leave and is believed: the mail server, the records of the sender's domain
 * in the DNS, the outbox. Entry type: {@link org.regards.doctor.Doctor}. It changes nothing, and
 * sends nothing but a test letter to whoever asks for one.
 */
@NullMarked
package org.regards.doctor;

import org.jspecify.annotations.NullMarked;
