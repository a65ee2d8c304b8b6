/** The readers of policies of Kubernetes, Cilium and Calico with manifests of others. */
package org.firebreak.rulebase.kubernetes;
