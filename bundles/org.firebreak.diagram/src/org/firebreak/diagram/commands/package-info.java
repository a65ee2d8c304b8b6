/**
 * What the hand does to a diagram, as edits of the model, and where GEF's commands meet the one
 * undo stack of a design.
 */
package org.firebreak.diagram.commands;
