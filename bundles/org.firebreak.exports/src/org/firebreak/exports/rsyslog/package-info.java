/** Routing of firewall log entries to files, a SIEM and the recipients of tripwires, by rsyslog. */
package org.firebreak.exports.rsyslog;
