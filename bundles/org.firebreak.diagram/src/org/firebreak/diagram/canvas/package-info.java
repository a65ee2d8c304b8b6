/** A diagram on a canvas: viewer, tools, zoom, keys and theme, with or without a workbench. */
package org.firebreak.diagram.canvas;
