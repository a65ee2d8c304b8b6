/** The wizard that starts a new design. */
package org.firebreak.ui.creating;
