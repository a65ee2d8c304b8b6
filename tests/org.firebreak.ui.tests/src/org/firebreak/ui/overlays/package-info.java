/** Tests of overlays in the workbench. */
package org.firebreak.ui.overlays;
