/** Putting selected boxes in line, at even distances, to one size, before and behind others. */
package org.firebreak.diagram.align;
