/**
 * Tables with typed cells: what a document, a chart and a spreadsheet have in common.
 *
 * <pre>
 * Table = columns (key, label, unit) + rows of cells (text, raw value, tone) -> CSV
 * </pre>
 */
package org.firebreak.report.table;
