/**
 * Strategies side by side: every figure in a table, charts, and which groups a hybrid should
 * microsegment.
 */
package org.firebreak.ui.strategies;
