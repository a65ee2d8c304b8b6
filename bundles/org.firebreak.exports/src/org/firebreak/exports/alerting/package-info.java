/**
 * What sensors and log rules alert on: connections that the policy denies, by the tripwires that
 * cover them, and those between two servers of the design.
 */
package org.firebreak.exports.alerting;
