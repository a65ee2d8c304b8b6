/**
 * Policy bundles that were written before: folders and ZIP files, their manifests and signatures.
 * What is read may come from anywhere, so that nothing outside the bundle and nothing without
 * bounds is read.
 */
package org.firebreak.exports.stored;
