/**
 * The scene of an open diagram, rebuilt after every edit, and what differs from the one before:
 * edit parts refresh by that difference and hold no state of their own.
 */
package org.firebreak.diagram.live;
