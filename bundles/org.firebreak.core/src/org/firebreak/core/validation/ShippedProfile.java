package org.firebreak.core.validation;

import java.util.Map;

/**
 * A profile that ships with the product, and why it is as it is.
 *
 * @param profile the profile; its name is the one to ask for
 * @param title name for people
 * @param description whom it is for, in a few sentences
 * @param reasons why it differs from the baseline, by rule, threshold or need; in the order in
 *     which one reads them
 */
public record ShippedProfile(
    ValidationProfile profile, String title, String description, Map<String, String> reasons) {}
