/** Tests of the exporter to Suricata, with the real program. */
package org.firebreak.exports.suricata;
