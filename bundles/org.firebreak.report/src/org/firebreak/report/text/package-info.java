/** Documents as Markdown for people and as JSON for programs. */
package org.firebreak.report.text;
