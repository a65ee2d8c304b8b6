/**
 * Draw2d figures that draw the boxes and lines of a scene with its tokens; they know no model and
 * no edit part.
 */
package org.firebreak.diagram.figures;
