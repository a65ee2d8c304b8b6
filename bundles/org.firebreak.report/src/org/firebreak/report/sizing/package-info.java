/** What the firewall sizing report says. */
package org.firebreak.report.sizing;
