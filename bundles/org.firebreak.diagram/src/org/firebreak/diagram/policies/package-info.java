/** What may be done to the parts of a diagram, and what is seen while it is being done. */
package org.firebreak.diagram.policies;
