/** The script with which rulesets of packet filters are loaded, run for real in namespaces. */
package org.firebreak.exports.linux;
