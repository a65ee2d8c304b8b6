/** Strategies side by side. */
package org.firebreak.core.compare;
