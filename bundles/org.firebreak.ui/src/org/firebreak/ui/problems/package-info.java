/** The problems view. */
package org.firebreak.ui.problems;
