/**
 * Flows that permit more than they are meant for.
 *
 * <p>One cause is reported once. Of the ends of a flow the first of these rules that applies
 * speaks: any address, whole zone, sparse network, reach. Of its services: any protocol, any port,
 * wide range, range beyond the service. What is any address or any protocol is silent in the other
 * rules, which would only say it again in other words.
 *
 * <p>Fixes narrow a flow to what the design itself knows ({@code KnownUse}), never to a guess;
 * where nothing is known there is no fix.
 */
package org.firebreak.core.validation.rules.breadth;
