/**
 * Rules of the Suricata intrusion detection system. One rule without alert marks each permitted
 * connection; tripwires and unexpected services are what has no mark.
 */
package org.firebreak.exports.suricata;
