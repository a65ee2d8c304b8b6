/**
 * Servers, flows and services as tables beside the diagrams: NatTable over the rows of {@code
 * org.firebreak.core.table}, edited in place through the design's model edit.
 */
package org.firebreak.ui.tables;
