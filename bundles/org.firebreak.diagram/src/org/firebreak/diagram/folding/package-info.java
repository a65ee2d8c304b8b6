/** Hiding and showing what is in zones, groups and bundles, pinning boxes, choosing the routing. */
package org.firebreak.diagram.folding;
