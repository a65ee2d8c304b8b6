/** The diagram editor in the real workbench, driven by real mouse and key events. */
package org.firebreak.diagram;
