/** Tests of the wizard that exports policy bundles, and of their preview. */
package org.firebreak.ui.exporting;
