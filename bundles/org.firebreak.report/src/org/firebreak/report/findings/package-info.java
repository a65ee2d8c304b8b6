/** The findings of a validation as a page, and where in the design its elements are. */
package org.firebreak.report.findings;
