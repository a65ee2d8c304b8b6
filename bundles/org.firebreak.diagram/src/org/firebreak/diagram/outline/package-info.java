/** The outline of an open diagram: its thumbnail, or its elements as a tree. */
package org.firebreak.diagram.outline;
