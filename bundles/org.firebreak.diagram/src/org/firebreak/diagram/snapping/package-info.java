/**
 * Where a moved, resized or drawn box is drawn to: edges and centres of others, lines of a grid.
 */
package org.firebreak.diagram.snapping;
