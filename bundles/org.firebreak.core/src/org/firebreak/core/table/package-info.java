/**
 * Servers, flows and services of a design as tables, without a display: what stands in a cell, what
 * may be written there, and which rows are shown in which order.
 */
package org.firebreak.core.table;
