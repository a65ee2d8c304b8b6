/** Exports to Windows Defender Firewall, and the reader of them. */
package org.firebreak.exports.windows;
