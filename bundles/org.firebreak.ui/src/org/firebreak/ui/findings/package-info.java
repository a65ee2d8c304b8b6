/** Validation of the open designs in the background, and its results. */
package org.firebreak.ui.findings;
