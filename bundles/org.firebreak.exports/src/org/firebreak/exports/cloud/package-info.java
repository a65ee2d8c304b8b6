/**
 * What exporters of platforms without an order of rules, or with rules at the interfaces of
 * instances, have in common: plain permits without the denials before them, services in the pieces
 * that platforms take, members of endpoints, and JSON.
 */
package org.firebreak.exports.cloud;
