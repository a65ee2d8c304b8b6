/** The view that asks the compiled policy whether a connection is permitted. */
package org.firebreak.ui.simulate;
