/**
 * Estimates of the traffic of flows: by template, by hand or from a file, each figure with its
 * source and confidence.
 */
package org.firebreak.core.sizing.estimate;
