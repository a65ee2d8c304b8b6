/** Showing elements of the design on a diagram by dropping them there. */
package org.firebreak.diagram.dropping;
