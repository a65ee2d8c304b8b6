/**
 * What is permitted between zones, or between groups, as a grid: a row may open connections to a
 * column.
 */
package org.firebreak.core.matrix;
