/** Tests of throughput and sizing. */
package org.firebreak.core.sizing;
