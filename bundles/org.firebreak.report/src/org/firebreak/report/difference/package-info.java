/** The content of the page that shows two designs or two policy bundles side by side. */
package org.firebreak.report.difference;
