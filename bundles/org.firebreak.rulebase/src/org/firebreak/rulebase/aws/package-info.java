/**
 * Reads security groups of AWS: CloudFormation templates, Terraform modules in JSON syntax, and
 * what {@code aws ec2 describe-security-groups} and {@code describe-network-interfaces} print.
 *
 * <pre>
 * files -> TemplateReader, ModuleReader, DescriptionReader -> Account (groups, lists, attachments)
 *       -> one filter for all interfaces with the same groups: what any of them permits
 * </pre>
 */
package org.firebreak.rulebase.aws;
