/** Cutting servers off, and letting them back. */
package org.firebreak.ui.quarantine;
