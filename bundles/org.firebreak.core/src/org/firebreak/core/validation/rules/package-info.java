/** The validation rules, one class each. */
package org.firebreak.core.validation.rules;
