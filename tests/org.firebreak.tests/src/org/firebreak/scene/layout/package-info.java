/** Tests of layouts: what must hold for every design, and figures. */
package org.firebreak.scene.layout;
