/** Estimates that are missing or contradict themselves. */
package org.firebreak.core.validation.rules.throughput;
