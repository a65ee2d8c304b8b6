/**
 * Reads PAN-OS configurations, as XML or as {@code set} commands, of firewalls and of Panorama.
 *
 * <pre>
 * XmlFront, SetFront  -> Configuration: scopes (vsys, device group, shared) of entries with values
 * Registrations       -> addresses that carry tags, HostTable: which hosts load which rules
 * AddressBook, ServiceBook, Applications -> what the names in a rule stand for
 * RuleReader          -> rules; Filters -> packet filters of each rule base
 * </pre>
 *
 * Sources: the vendor's administration guide (order of rules, default rules, ICMP) and schema 10.0.
 */
package org.firebreak.rulebase.panos;
