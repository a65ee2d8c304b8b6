/** Documents as PDF: the HTML page laid out on paper, pictures as vectors, fonts embedded. */
package org.firebreak.report.pdf;
