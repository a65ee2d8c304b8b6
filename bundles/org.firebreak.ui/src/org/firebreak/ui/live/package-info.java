/** Answers about open designs that follow their edits in the background. */
package org.firebreak.ui.live;
