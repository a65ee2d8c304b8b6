/**
 * Flows, services and ends without effect, and settings that contradict each other: exact over the
 * five-tuple space, by {@link org.firebreak.core.coverage.FlowCoverage}.
 */
package org.firebreak.core.validation.rules.redundancy;
