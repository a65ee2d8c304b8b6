/**
 * The compiled policy as it goes to the enforcement points: their rules in order, and where an
 * element of the design is used.
 */
package org.firebreak.ui.policy;
