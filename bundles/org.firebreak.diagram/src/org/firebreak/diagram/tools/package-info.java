/** Tools: select, draw a frame, pan, draw boxes and flows. */
package org.firebreak.diagram.tools;
