/**
 * PAN-OS: {@code set} commands for central firewalls.
 *
 * <pre>
 * RuleSet -> ZoneMap, AddressObjects, ServiceObjects, LogForwarding: names and their definitions
 *         -> SecurityRules: the rule base
 *         -> Commands: lines, checked by PanOsChecker on the way, and the lines that undo them
 * </pre>
 *
 * Every object carries a tag by which an operator knows what Firebreak owns.
 */
package org.firebreak.exports.panos;
