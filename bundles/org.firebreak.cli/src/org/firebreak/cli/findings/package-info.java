/**
 * The findings of a validation as documents.
 *
 * <pre>
 *  ValidationResult ─┐
 *  Baseline ─────────┼─ Assessment ─┬─ TextFindings    for people at a terminal
 *  ElementPaths ─────┤              ├─ JsonFindings    for scripts, and as a baseline
 *  ElementLines ─────┘              ├─ SarifFindings   for code scanning
 *                                   ├─ JunitFindings   for CI servers
 *                                   └─ FindingsReport  for reviews (in the report bundle)
 * </pre>
 */
package org.firebreak.cli.findings;
