/** Layout of a diagram by a job, off the UI thread, on a copy of the design. */
package org.firebreak.diagram.arrange;
