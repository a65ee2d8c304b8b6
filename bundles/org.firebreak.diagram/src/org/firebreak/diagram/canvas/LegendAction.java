package org.firebreak.diagram.canvas;

/**
 * What a click in the legend of an overlay does about what the legend says.
 *
 * @param label verb and object, short
 * @param run what the click does, on the UI thread
 */
public record LegendAction(String label, Runnable run) {}
