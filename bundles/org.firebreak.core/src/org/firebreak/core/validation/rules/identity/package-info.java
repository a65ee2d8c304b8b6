/** Names, addresses and services that contradict each other. */
package org.firebreak.core.validation.rules.identity;
