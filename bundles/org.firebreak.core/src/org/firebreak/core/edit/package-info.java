/** The one door through which a loaded design is changed, with exact undo and redo. */
package org.firebreak.core.edit;
