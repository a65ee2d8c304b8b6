/** What differs between the open design and another version of it, or a policy bundle. */
package org.firebreak.ui.compare;
