/** Services as sets of (protocol, destination port, ICMP type): values with set algebra. */
package org.firebreak.core.service;
