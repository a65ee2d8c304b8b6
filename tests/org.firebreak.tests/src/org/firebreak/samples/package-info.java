/** The designs that ship with the product stay whole. */
package org.firebreak.samples;
