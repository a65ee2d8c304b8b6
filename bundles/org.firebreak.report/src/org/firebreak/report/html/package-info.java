/** Pages by FreeMarker templates: documents, findings, differences. */
package org.firebreak.report.html;
