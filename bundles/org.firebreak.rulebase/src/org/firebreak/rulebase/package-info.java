/**
 * Reads rule bases of enforcement platforms: what they do with every new connection. Bundles of our
 * own are verified with it, and rule bases of others are imported. It knows nothing of how a bundle
 * is written.
 */
package org.firebreak.rulebase;
