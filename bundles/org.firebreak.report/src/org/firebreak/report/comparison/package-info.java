/** What the comparison of strategies says. */
package org.firebreak.report.comparison;
