/**
 * What can be done about findings: quick fixes with a preview, one or many at once, acceptance with
 * a reason, values for many elements, the explanation of a rule.
 */
package org.firebreak.ui.fixes;
