/** Who answers for a flow, until when, and why. */
package org.firebreak.core.validation.rules.governance;
