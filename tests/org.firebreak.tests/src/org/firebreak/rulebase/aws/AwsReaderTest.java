package org.firebreak.rulebase.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.firebreak.core.address.AddressSet;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.ServiceLine;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.core.service.PortRange;
import org.firebreak.exports.FolderFiles;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.RuleBaseException;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsReaderTest {
  private static final String GROUPS =
      """
      {"SecurityGroups": [
        {"GroupId": "sg-1", "GroupName": "web", "OwnerId": "1", "Description": "", "VpcId": "vpc-1",
         "IpPermissions": [
           {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": [],
            "IpRanges": [{"CidrIp": "0.0.0.0/0", "Description": "public"}],
            "Ipv6Ranges": [{"CidrIpv6": "::/0"}], "PrefixListIds": []},
           {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "UserIdGroupPairs": [],
            "IpRanges": [], "Ipv6Ranges": [], "PrefixListIds": [{"PrefixListId": "pl-9"}]}],
         "IpPermissionsEgress": [
           {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}], "Ipv6Ranges": [],
            "PrefixListIds": [], "UserIdGroupPairs": []}]},
        {"GroupId": "sg-2", "GroupName": "db",
         "IpPermissions": [
           {"IpProtocol": "tcp", "FromPort": 5432, "ToPort": 5432,
            "UserIdGroupPairs": [{"GroupId": "sg-1", "UserId": "1"}]},
           {"IpProtocol": "icmp", "FromPort": 8, "ToPort": -1,
            "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}]}]}
      """;

  private static final String INTERFACES =
      """
      {"NetworkInterfaces": [
        {"NetworkInterfaceId": "eni-1", "Attachment": {"InstanceId": "i-web"},
         "Groups": [{"GroupId": "sg-1", "GroupName": "web"}],
         "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.1.5"}], "Ipv6Addresses": []},
        {"NetworkInterfaceId": "eni-2", "Attachment": {"InstanceId": "i-db"},
         "Groups": [{"GroupId": "sg-2"}, {"GroupId": "sg-1"}],
         "PrivateIpAddresses": [{"PrivateIpAddress": "10.0.2.5"}]}]}
      """;

  @TempDir Path folder;

  private RuleBase read() throws Exception {
    return RuleBaseReaders.of("aws")
        .orElseThrow()
        .read(new FolderFiles(folder), HostAddresses.NONE, Progress.NONE);
  }

  private static PlacedFilter filter(RuleBase base, String host, Rule.Direction direction) {
    return base.filters().stream()
        .filter(each -> each.hosts().contains(host) && each.direction() == direction)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatTheCommandLinePrintsIsReadAsAUnionOfPermits() throws Exception {
    Files.writeString(folder.resolve("groups.json"), GROUPS);
    Files.writeString(folder.resolve("interfaces.json"), INTERFACES);
    RuleBase base = read();
    PlacedFilter web = filter(base, "i-web", Rule.Direction.INBOUND);
    assertThat(web.filter().rules()).hasSize(1);
    assertThat(web.filter().rules().get(0).source()).isEqualTo(AddressSet.ANY);
    assertThat(web.filter().rules().get(0).name()).isEqualTo("public");
    assertThat(web.filter().last().outcome().permits()).isFalse();
    PlacedFilter db = filter(base, "i-db", Rule.Direction.INBOUND);
    assertThat(db.filter().rules()).hasSize(3);
    FilterRule fromWeb = db.filter().rules().get(0);
    // members of sg-1 are both instances
    assertThat(fromWeb.source().toString()).isEqualTo("10.0.1.5, 10.0.2.5");
    assertThat(fromWeb.services()).isEqualTo(ServiceLine.of(6, PortRange.of(5432)));
    assertThat(db.filter().rules().get(1).services().size()).isEqualTo(256);
    assertThat(filter(base, "i-web", Rule.Direction.OUTBOUND).filter().rules()).hasSize(1);
    assertThat(base.unread())
        .singleElement()
        .satisfies(unread -> assertThat(unread.reason()).contains("pl-9"))
        .extracting(Unread::place)
        .isEqualTo("groups.json#/SecurityGroups/0/IpPermissions/1");
  }

  @Test
  void groupsWithoutInterfacesAreReadByName() throws Exception {
    Files.writeString(folder.resolve("groups.json"), GROUPS);
    RuleBase base = read();
    assertThat(filter(base, "db", Rule.Direction.INBOUND).filter().rules()).hasSize(1);
    assertThat(base.unread())
        .extracting(Unread::reason)
        .anyMatch(reason -> reason.contains("describe-network-interfaces"));
  }

  @Test
  void newGroupOfATemplatePermitsAllEgress() throws Exception {
    Files.writeString(
        folder.resolve("t.json"),
        """
        {"Resources": {
          "A": {"Type": "AWS::EC2::SecurityGroup",
                "Properties": {"GroupName": "a", "GroupDescription": "a"}},
          "B": {"Type": "AWS::EC2::SecurityGroup",
                "Properties": {"GroupName": "b", "GroupDescription": "b",
                  "SecurityGroupEgress": [{"IpProtocol": "tcp", "FromPort": 1, "ToPort": 1,
                    "CidrIp": "127.0.0.1/32"}]}},
          "R": {"Type": "AWS::EC2::SecurityGroupIngress",
                "Properties": {"GroupId": {"Ref": "B"}, "IpProtocol": "17", "FromPort": 53,
                  "ToPort": 53, "CidrIp": "10.0.0.1/32", "Surprise": 1}}}}
        """);
    RuleBase base = read();
    assertThat(filter(base, "a", Rule.Direction.OUTBOUND).filter().rules()).hasSize(1);
    assertThat(filter(base, "b", Rule.Direction.OUTBOUND).filter().rules()).isEmpty();
    assertThat(filter(base, "b", Rule.Direction.INBOUND).filter().rules()).isEmpty();
    assertThat(base.unread())
        .singleElement()
        .satisfies(unread -> assertThat(unread.reason()).contains("Surprise"));
  }

  @Test
  void olderRulesOfTerraformAreRead() throws Exception {
    Files.writeString(
        folder.resolve("main.tf.json"),
        """
        {"resource": {
          "aws_security_group": {"x": [{"name": "x",
            "ingress": [{"protocol": "tcp", "from_port": 80, "to_port": 81, "self": true,
              "cidr_blocks": ["10.0.0.0/8"]}]}]},
          "aws_security_group_rule": {"r": {"type": "egress", "protocol": "-1", "from_port": 0,
            "to_port": 0, "cidr_blocks": ["0.0.0.0/0"],
            "security_group_id": "${aws_security_group.x.id}"}}}}
        """);
    RuleBase base = read();
    assertThat(filter(base, "x", Rule.Direction.INBOUND).filter().rules())
        .singleElement()
        .satisfies(
            rule -> assertThat(rule.services()).isEqualTo(ServiceLine.of(6, PortRange.of(80, 81))));
    assertThat(filter(base, "x", Rule.Direction.OUTBOUND).filter().rules().get(0).services())
        .isEqualTo(ServiceLine.ANY);
    assertThat(base.unread()).hasSize(1);
  }

  @Test
  void brokenFilesAreNamed() throws Exception {
    Files.writeString(folder.resolve("t.json"), "{\n\"Resources\": {,}}");
    assertThatThrownBy(this::read)
        .isInstanceOf(RuleBaseException.class)
        .hasMessageContaining("t.json:2");
    Files.writeString(folder.resolve("t.json"), "[".repeat(5000));
    assertThatThrownBy(this::read).isInstanceOf(RuleBaseException.class);
  }
}
