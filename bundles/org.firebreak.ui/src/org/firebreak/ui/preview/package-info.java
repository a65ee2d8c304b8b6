/**
 * What a policy bundle would hold: its files as coloured text, and the flows behind their lines.
 */
package org.firebreak.ui.preview;
