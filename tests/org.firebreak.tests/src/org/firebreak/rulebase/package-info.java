/** Tests of readers with rule bases that others made. */
package org.firebreak.rulebase;
