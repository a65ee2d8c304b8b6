/**
 * Library of well-known services that ships with the product: the table {@code services.csv} and
 * its lookups.
 */
package org.firebreak.model.library;
