/** The view of the compiled policy in the real window. */
package org.firebreak.ui.policy;
