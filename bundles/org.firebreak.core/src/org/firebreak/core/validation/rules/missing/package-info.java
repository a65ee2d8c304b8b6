/** What a design lacks: ends, addresses, flows that something needs. */
package org.firebreak.core.validation.rules.missing;
