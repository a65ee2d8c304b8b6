/** What the change sets of several platforms have in common: the list of their steps. */
package org.firebreak.exports.changes;
