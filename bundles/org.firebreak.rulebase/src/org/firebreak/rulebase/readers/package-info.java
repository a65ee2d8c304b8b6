/**
 * Which readers there are. A package of its own, since it knows the package of every platform, and
 * these know the interfaces in {@code org.firebreak.rulebase}.
 */
package org.firebreak.rulebase.readers;
