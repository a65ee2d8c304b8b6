/** Tests of the exporters for Kubernetes. */
package org.firebreak.exports.kubernetes;
