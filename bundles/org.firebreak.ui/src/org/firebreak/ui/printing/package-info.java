/** Printing the diagram of the active editor, with a preview of the pages. */
package org.firebreak.ui.printing;
