/** Drawing and connecting by a few letters: the quick menu and the choice of a flow's end. */
package org.firebreak.diagram.quick;
