/**
 * IPv4 and IPv6 addresses as values, ranges and sets; parsing and prefixes by the IPAddress
 * library.
 */
package org.firebreak.core.address;
