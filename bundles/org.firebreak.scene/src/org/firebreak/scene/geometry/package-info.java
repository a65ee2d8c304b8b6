/** Integer geometry of a scene, in px: points, sizes and rectangles. */
package org.firebreak.scene.geometry;
