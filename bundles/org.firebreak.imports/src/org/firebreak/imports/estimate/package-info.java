/** Traffic estimates of flows from a table, each figure with its source and confidence. */
package org.firebreak.imports.estimate;
