/**
 * Files of validation profiles.
 *
 * <pre>
 * ProfileFiles.of(design) ── firebreak-profile.json beside it? ── PlacedJson ── ProfileReader ── ValidationProfile
 *                                      └ none: baseline                            ProfileWriter ──┘
 * </pre>
 */
package org.firebreak.imports.profile;
