/** Scenes as self-contained, accessible SVG documents. */
package org.firebreak.scene.svg;
