/** Tests of printing. */
package org.firebreak.ui.printing;
