/**
 * Policy bundles: the platforms there are, and a folder with the files of some of them, a manifest
 * and nothing half written.
 */
package org.firebreak.exports.bundle;
