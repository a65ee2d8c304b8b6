/** Exports to iptables. */
package org.firebreak.exports.iptables;
