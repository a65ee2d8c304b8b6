/**
 * Exports to firewall rules of Google Cloud VPC networks: ordered by priority as the compiled rules
 * are, targets and sources named by network tags.
 */
package org.firebreak.exports.gcp;
