/**
 * A document before it has a format: facts, sections and blocks of text, figures, tables, charts
 * and diagrams. Every format is written from it, so that all say the same.
 */
package org.firebreak.report.document;
