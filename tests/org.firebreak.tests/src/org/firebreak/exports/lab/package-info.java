/**
 * Enforces exported rulesets for real: the lab shop as network namespaces with a router between
 * them, every pair of hosts trying every service.
 *
 * <pre>
 * LabEnforcementTest -> LabNetwork  namespaces, links, rulesets, captures of logged packets
 *                    -> LabHost     one LabAgent process in each namespace: listens and connects
 * </pre>
 *
 * Nothing leaves the namespaces: they have no link to the outside.
 */
package org.firebreak.exports.lab;
