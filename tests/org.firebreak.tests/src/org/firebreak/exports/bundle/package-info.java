/** Tests of writing whole bundles. */
package org.firebreak.exports.bundle;
