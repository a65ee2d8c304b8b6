/** Where GEF's commands meet the one undo stack of a design. */
package org.firebreak.diagram.commands;
