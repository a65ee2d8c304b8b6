/** Overlays of diagrams: which one is chosen for a design, and what keeps it up to date. */
package org.firebreak.ui.overlays;
