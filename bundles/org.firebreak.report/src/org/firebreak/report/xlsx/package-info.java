/** Documents as Excel workbooks: a sheet a table; of a sizing report with live formulas. */
package org.firebreak.report.xlsx;
