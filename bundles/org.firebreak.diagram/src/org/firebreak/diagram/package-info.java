/**
 * The diagram editor: open designs, editor inputs and the editor part itself.
 *
 * <pre>
 * commands ◄─┬─ live ◄── figures ◄── policies ◄── parts ◄── canvas ◄─┬─ outline ◄── (this)
 *            └─ tools ◄── palette ◄──────────────────────────┘        └─ actions
 * </pre>
 */
package org.firebreak.diagram;
