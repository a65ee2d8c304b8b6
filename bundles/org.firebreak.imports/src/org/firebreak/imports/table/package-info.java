/**
 * Tables as people keep them, CSV and XLSX, read row by row and held to bounds. Every cell knows
 * file, sheet, row and column; headers are matched by what they mean.
 *
 * <pre>
 *   file ──► CsvRows  ─┐
 *        └─► XlsxRows ─┴─► RowStream ──► Vocabulary finds the header ──► Table ──► TableRow
 * </pre>
 */
package org.firebreak.imports.table;
