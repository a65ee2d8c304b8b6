/**
 * Pictures of a diagram without a display: SVG, PNG and PDF, whole or on pages of paper.
 *
 * <pre>
 * Diagram -> PictureScene -> Scene -> shapes -> Java2D strips -> PNG
 *                                         \---> pages -> PDF, printer
 * </pre>
 *
 * <p>Text is measured and drawn with one typeface that comes along, Liberation Sans, so that a
 * picture is the same on every machine.
 */
package org.firebreak.report.diagram;
