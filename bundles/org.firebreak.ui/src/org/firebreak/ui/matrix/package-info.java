/** The zone matrix beside the diagrams: who may talk to whom, and changing that in its cells. */
package org.firebreak.ui.matrix;
