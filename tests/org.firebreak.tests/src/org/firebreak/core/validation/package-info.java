/** The validation rules, each against designs of which the findings are known. */
package org.firebreak.core.validation;
