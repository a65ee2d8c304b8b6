/** The built products, started by their own scripts as a user starts them. */
package org.firebreak.products;
