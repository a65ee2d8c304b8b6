/** Pictures of the diagram of the active editor: as files and on the clipboard. */
package org.firebreak.ui.picture;
