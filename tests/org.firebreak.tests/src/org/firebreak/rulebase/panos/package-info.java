/** The reader of PAN-OS configurations. */
package org.firebreak.rulebase.panos;
