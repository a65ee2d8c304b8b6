/** Tests of what differs between bundles. */
package org.firebreak.exports.compare;
