/** Mends findings: finds the fixes, tries them on a copy, applies one or many as one edit. */
package org.firebreak.core.validation.fix;
