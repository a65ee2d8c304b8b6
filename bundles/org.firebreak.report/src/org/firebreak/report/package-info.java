/**
 * Documents for people: the segmentation plan and the firewall sizing report as self-contained
 * HTML.
 *
 * <pre>
 * Design + CompiledPolicy -> view (records of texts and figures) -> template -> HTML
 * </pre>
 */
package org.firebreak.report;
