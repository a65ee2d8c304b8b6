package org.firebreak.rulebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms in which people keep security groups of AWS, read exactly or listed. */
class AwsConstructsTest {
  private final Map<String, AddressSet> members = new HashMap<>();
  private RuleBase base;

  private void read(String name, String text) throws Exception {
    RuleBaseReader reader = RuleBaseReaders.of("aws").orElseThrow();
    assertThat(reader.recognises(name, text)).as(name).isTrue();
    base =
        reader.read(
            new MemoryFiles(new TreeMap<>(Map.of(name, text))),
            host ->
                members.computeIfAbsent(
                    host, key -> AddressSet.parse(List.of("10.99.0." + (members.size() + 1)))),
            Progress.NONE);
  }

  /** Who may reach a group, by TCP port; -1 for every service. */
  private List<String> inbound(String group) {
    List<String> found = new ArrayList<>();
    for (PlacedFilter filter : base.filters()) {
      if (filter.hosts().equals(List.of(group)) && filter.direction() == Rule.Direction.INBOUND) {
        for (FilterRule rule : filter.filter().rules()) {
          boolean all = rule.services().equals(ServiceLine.ANY);
          found.add(from(rule.source()) + " " + (all ? -1 : rule.services().from(0) % 65_536));
        }
      }
    }
    return found;
  }

  private String from(AddressSet source) {
    return members.entrySet().stream()
        .filter(each -> each.getValue().equals(source))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(String.join(",", source.toPrefixes()));
  }

  private List<String> reasons() {
    return base.unread().stream().map(Unread::reason).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack.yaml", "stack.yml", "stack.template"})
  void templatesInYamlWithShortForms(String name) throws Exception {
    read(
        name,
        """
        Parameters:
          Office: {Type: String}
        Resources:
          Lb:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: !Sub '${AWS::StackName} balancer'
              SecurityGroupIngress:
                - {IpProtocol: tcp, FromPort: 443, ToPort: '443', CidrIp: 203.0.113.0/24}
                - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: !Ref Office}
              SecurityGroupEgress: []
          App:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupName: app
              SecurityGroupIngress:
                - IpProtocol: tcp
                  FromPort: 8080
                  ToPort: 8080
                  SourceSecurityGroupId: !GetAtt Lb.GroupId
                  SourceSecurityGroupOwnerId: !Ref AWS::AccountId
          Own:
            Type: AWS::EC2::SecurityGroupIngress
            Properties: {GroupId: !Ref App, IpProtocol: -1, SourceSecurityGroupId: !Ref App}
          Other:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupName: !Ref App
              IpProtocol: tcp
              FromPort: 22
              ToPort: 22
              SourceSecurityGroupId: !ImportValue bastion-group
        """);
    assertThat(inbound("Lb")).containsExactly("203.0.113.0/24 443");
    assertThat(inbound("app")).containsExactly("Lb 8080", "app -1", "bastion-group 22");
    assertThat(reasons()).containsExactly("CidrIp is not a text");
    assertThat(base.unread().get(0).place())
        .isEqualTo(name + "#/Resources/Lb/Properties/SecurityGroupIngress/1");
  }

  @Test
  void modulesInTerraformsOwnSyntax() throws Exception {
    read(
        "main.tf",
        """
        # groups { of \"shop\"
        variable "office" { type = list(string) }
        resource "aws_security_group" "lb" {
          name   = "${var.env}-lb" // computed
          vpc_id = data.aws_vpc.main.id
          ingress {
            from_port   = 443
            to_port     = 443
            protocol    = "tcp"
            cidr_blocks = [
              "203.0.113.0/24", # office
              "198.51.100.7/32",
            ]
          }
          ingress {
            from_port = 80
            to_port = 80
            protocol = "tcp"
            cidr_blocks = var.office
          }
          dynamic "egress" {
            for_each = [1]
            content { from_port = 1 }
          }
          tags = merge(local.tags, { Name = "lb" })
        }
        resource "aws_security_group" "app" {
          name = "app"
          ingress {
            from_port       = 0
            to_port         = 0
            protocol        = "-1"
            self            = true
            security_groups = ["${aws_security_group.web.id}", aws_security_group.old[0].id]
          }
          lifecycle { create_before_destroy = true }
        }
        resource "aws_security_group" "web" { name = "web" }
        resource "aws_security_group_rule" "ssh" {
          type                     = "ingress"
          from_port                = 22
          to_port                  = 22
          protocol                 = "tcp"
          security_group_id        = aws_security_group.app.id
          source_security_group_id = module.bastion.security_group_id
          depends_on               = [aws_security_group.web]
        }
        resource "aws_vpc_security_group_ingress_rule" "many" {
          for_each          = toset(["a", "b"])
          security_group_id = aws_security_group.app.id
        }
        resource "aws_iam_policy" "p" {
          policy = <<-EOF
            { "Statement": [ } "
          EOF
        }
        module "bastion" {
          source = "./bastion"
        }
        """
            .replace("\\\"", "\""));
    assertThat(inbound("app"))
        .containsExactly("web -1", "old -1", "app -1", "module.bastion.security_group_id 22");
    assertThat(reasons())
        .containsExactly(
            "What another module makes is not read; give what terraform show -json prints.",
            "stands for several or none, which only Terraform knows",
            "cidr_blocks is not a list",
            "stands for several or none, which only Terraform knows");
    assertThat(inbound("lb")).containsExactly("198.51.100.7/32,203.0.113.0/24 443");
    assertThat(base.unread().get(0).place()).isEqualTo("main.tf:57");
  }

  @Test
  void moduleThatWasCutOffNamesTheBlock() {
    assertThatThrownBy(
            () ->
                read(
                    "main.tf",
                    "resource \"aws_security_group\" \"a\" {\n name = \"a\"\n ingress {\n  self ="))
        .isInstanceOf(RuleBaseException.class)
        .hasMessageContaining("main.tf:3 begins a block that has no end");
  }

  @Test
  void statesAndPlansOfTerraform() throws Exception {
    String group =
        "{'address':'aws_security_group.%s','type':'aws_security_group','values':"
            + "{'name':'%s','id':%s,'arn':'a','tags_all':{},'owner_id':'1'}}";
    String rule =
        "{'address':'%s','type':'aws_security_group_rule','values':{'type':'ingress','protocol':"
            + "'tcp','from_port':%s,'to_port':%s,'self':false,'cidr_blocks':null%s}}";
    String text =
        ("{'format_version':'1.0','planned_values':{'root_module':{'resources':["
                + String.format(group, "app", "app", "'sg-1'")
                + ","
                + String.format(group, "db", "db", "null")
                + ","
                + String.format(
                    rule,
                    "aws_security_group_rule.a",
                    80,
                    80,
                    ",'security_group_id':'sg-1','source_security_group_id':'sg-77'")
                + ","
                + String.format(rule, "aws_security_group_rule.b", 5432, 5432, "")
                + ","
                + String.format(rule, "aws_security_group_rule.c", 99, 99, "")
                + "]}},'configuration':{'root_module':{'resources':[{'address':"
                + "'aws_security_group_rule.b','expressions':{'security_group_id':{'references':"
                + "['aws_security_group.db.id','aws_security_group.db']},"
                + "'source_security_group_id':{'references':['aws_security_group.app.id',"
                + "'aws_security_group.app']}}}]}}}")
            .replace('\'', '"');
    read("plan.json", text);
    assertThat(inbound("app")).containsExactly("sg-77 80");
    assertThat(inbound("db")).containsExactly("app 5432");
    assertThat(reasons()).containsExactly("refers to something in a way that is not known");
  }

  @Test
  void groupsOfOneNameInSeveralNetworksAreToldApart() throws Exception {
    String group =
        "{'GroupId':'%s','GroupName':'default','IpPermissions':[{'IpProtocol':'-1',"
            + "'UserIdGroupPairs':[{'GroupId':'%s'}]}],'IpPermissionsEgress':null}";
    read(
        "groups.json",
        ("{'SecurityGroups':["
                + String.format(group, "sg-1", "sg-1")
                + ","
                + String.format(group, "sg-2", "sg-2")
                + "]}")
            .replace('\'', '"'));
    assertThat(inbound("default (sg-1)")).containsExactly("default (sg-1) -1");
    assertThat(inbound("default (sg-2)")).containsExactly("default (sg-2) -1");
  }
}
