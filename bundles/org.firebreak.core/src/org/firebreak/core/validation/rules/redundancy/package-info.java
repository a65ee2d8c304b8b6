/** Flows and services without effect, and what covers them: exact over the five-tuple space. */
package org.firebreak.core.validation.rules.redundancy;
