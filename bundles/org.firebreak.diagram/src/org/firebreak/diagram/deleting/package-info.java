/** Taking elements off a diagram and out of the design, and asking before more goes than chosen. */
package org.firebreak.diagram.deleting;
