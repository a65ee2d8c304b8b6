/** What the firewall sizing report says, as texts without markup. */
package org.firebreak.report.sizing;
