/** Selecting by what things are, where they are and what they are connected to. */
package org.firebreak.diagram.selecting;
