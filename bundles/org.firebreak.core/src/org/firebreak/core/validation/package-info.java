/**
 * What a reviewer would flag in a design.
 *
 * <pre>
 * Design + CompiledPolicy -> ValidationContext -> ValidationRule -> Finding -> ValidationResult
 * </pre>
 *
 * A rule is one class in {@code org.firebreak.core.validation.rules}, and one line in its {@code
 * ValidationRules}. It is a pure function; findings are data.
 */
package org.firebreak.core.validation;
