/** Tests of the SVG writer. */
package org.firebreak.scene.svg;
