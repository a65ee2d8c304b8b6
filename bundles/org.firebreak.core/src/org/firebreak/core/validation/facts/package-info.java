/** What several rules need to know of a design, and how they word it. */
package org.firebreak.core.validation.facts;
