/**
 * Chains of rules that jump to each other, as the packet filters of Linux have them, made flat: one
 * list in which the first match decides.
 */
package org.firebreak.rulebase.chains;
