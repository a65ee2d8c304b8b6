/** The view of strategies side by side in the real window. */
package org.firebreak.ui.strategies;
