/**
 * The sizing workbook with live formulas: what is yellow may be changed, everything else follows.
 *
 * <pre>
 * Parameters ──┬────────────┬───────────────┐
 * Flows n ──► Hours n ──► Need n ──► Appliances n      for each central firewall
 * </pre>
 */
package org.firebreak.report.sizing.workbook;
