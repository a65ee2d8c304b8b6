/** The strip of tools beside the canvas. */
package org.firebreak.diagram.palette;
