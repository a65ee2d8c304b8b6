/**
 * The boxes and lines of a scene as a few primitive shapes, in painting order; whoever can draw a
 * rounded rectangle, a path and a text can draw a diagram.
 */
package org.firebreak.scene.paint;
