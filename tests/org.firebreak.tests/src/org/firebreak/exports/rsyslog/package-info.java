/** Tests of the routing of alerts, with the real rsyslog. */
package org.firebreak.exports.rsyslog;
