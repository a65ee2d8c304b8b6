/** Overlays of diagrams, without a display. */
package org.firebreak.report.overlay;
