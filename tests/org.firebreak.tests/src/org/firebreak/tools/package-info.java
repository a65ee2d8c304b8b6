/** Programs of others by which the tests look at what Firebreak writes. */
package org.firebreak.tools;
