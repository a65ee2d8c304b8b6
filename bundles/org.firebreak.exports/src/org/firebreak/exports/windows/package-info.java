/**
 * Exports to Windows Defender Firewall: a PowerShell script for each class of hosts that holds the
 * rules as data, in ASCII, and what applies them.
 */
package org.firebreak.exports.windows;
