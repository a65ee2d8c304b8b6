/** The export wizard and the reports, which run the same exporters as the command line. */
package org.firebreak.ui.exporting;
