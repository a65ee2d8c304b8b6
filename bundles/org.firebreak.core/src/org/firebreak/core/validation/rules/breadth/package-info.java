/** Flows that permit more than they are meant for. */
package org.firebreak.core.validation.rules.breadth;
