/** What the bundles of all packet filters of Linux have in common. */
package org.firebreak.rulebase.linux;
