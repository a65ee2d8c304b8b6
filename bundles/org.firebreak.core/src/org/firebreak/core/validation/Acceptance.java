package org.firebreak.core.validation;

import java.time.LocalDate;

/**
 * A finding that somebody has accepted.
 *
 * @param id id of the accepted finding in the design
 * @param finding what was found
 * @param reason why it is accepted; {@code null} if nobody said
 * @param acceptedBy who accepts it; {@code null} if nobody said
 * @param acceptedOn since when; {@code null} if nobody said
 * @param expiresOn last day of the acceptance; {@code null} for good
 */
public record Acceptance(
    String id,
    Finding finding,
    String reason,
    String acceptedBy,
    LocalDate acceptedOn,
    LocalDate expiresOn) {}
