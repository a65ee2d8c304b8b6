/**
 * Holds the bundles to the table in {@code CONTRIBUTING.md}: who may know whom, what each never
 * sees, no cycle of packages.
 */
package org.firebreak.architecture;
