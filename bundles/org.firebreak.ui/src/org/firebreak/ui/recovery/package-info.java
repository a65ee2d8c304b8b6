/**
 * That no work is lost: copies of unsaved designs in the workspace, what a crash left of them, and
 * files that other programs change while they are open.
 */
package org.firebreak.ui.recovery;
