/** What differs between two policy bundles: platforms, files, rules and the objects they use. */
package org.firebreak.exports.compare;
