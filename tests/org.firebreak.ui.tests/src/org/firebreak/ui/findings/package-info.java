/** Tests of the findings in the window. */
package org.firebreak.ui.findings;
