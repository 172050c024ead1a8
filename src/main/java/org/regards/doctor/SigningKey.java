package org.regards.doctor;

import java.security.PublicKey;

/**
 * What letters are signed with.
 *
 * @param selector under which the DNS has the key (RFC 6376 3.1)
 * @param publicKey that goes with our private one
 */
public record SigningKey(String domain, String selector, PublicKey publicKey) {}
