/** Tests that no work is lost. In the package of what they test, whose stores they reach. */
package org.firebreak.ui.recovery;
