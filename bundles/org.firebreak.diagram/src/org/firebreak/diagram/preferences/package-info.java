/** How diagrams look and behave on this computer, whatever the design. */
package org.firebreak.diagram.preferences;
