/** JSON files of rule bases, read with bounds and with the places of what they hold. */
package org.firebreak.rulebase.json;
