/**
 * Exports to AWS security groups.
 *
 * <pre>
 * RuleSet -> Permits -> Wanted (peer, services) -> GroupPlan (groups of members, prefix lists)
 *         -> AwsPlan (groups with rules within the quotas) -> CloudFormation, Terraform, attachments
 * </pre>
 */
package org.firebreak.exports.aws;
