/**
 * A diagram as a display-free scene: boxes, lines and labels with absolute geometry, in the terms
 * of the visual language, so that the canvas and the SVG writer draw the same picture.
 *
 * <pre>
 * geometry ◄── route ◄── scene ◄─┬─ paint ◄── svg
 *                                └─ layout
 * </pre>
 */
package org.firebreak.scene;
