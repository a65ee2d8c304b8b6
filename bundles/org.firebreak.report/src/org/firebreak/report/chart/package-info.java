/**
 * Charts in the colours of the diagrams, drawn by JFreeChart on any Java 2D surface.
 *
 * <pre>
 * figures -> Chart (title, description, data as a table, painter)
 *              -> ChartSvg (text stays text)   -> HTML
 *              -> Graphics2D of PDFBox         -> PDF
 *              -> ChartImage                   -> window, clipboard
 * </pre>
 *
 * Colour is never the only cue: series carry letters or marks, values stand beside the bars.
 */
package org.firebreak.report.chart;
