/** Tests of scenes, routes, layouts and SVG; none needs a display. */
package org.firebreak.scene;
