/**
 * Sigma rules, which a SIEM turns into its own searches: tripwires and unexpected services in the
 * connections that firewalls log, and the entries that Firebreak's own rules write.
 */
package org.firebreak.exports.sigma;
