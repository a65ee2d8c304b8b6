package org.firebreak.rulebase.aci;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.core.address.Address;
import org.firebreak.core.packets.FilterRule;
import org.firebreak.core.packets.Outcome;
import org.firebreak.core.policy.Rule;
import org.firebreak.core.progress.Progress;
import org.firebreak.exports.MemoryFiles;
import org.firebreak.rulebase.HostAddresses;
import org.firebreak.rulebase.PlacedFilter;
import org.firebreak.rulebase.RuleBase;
import org.firebreak.rulebase.Unread;
import org.firebreak.rulebase.readers.RuleBaseReaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a tenant says that is not ours: the order of its denials, and constructs that are not read,
 * each told with its place and never guessed.
 *
 * <p>The tenant has two groups, web (10.0.0.1) and db (10.0.1.1); web uses the contract c of db,
 * with HTTPS. Tests put something in the place of a mark.
 */
class AciReaderTest {
  private static final String TENANT =
      """
      {"fvTenant":{"attributes":{"name":"t"},"children":[
       {"fvCtx":{"attributes":{"name":"v"},"children":[VRF]}},
       {"vzFilter":{"attributes":{"name":"f"},"children":[
        {"vzEntry":{"attributes":{"name":"e","etherT":"ip","prot":"tcp","dFromPort":"https",
         "dToPort":"https"ENTRY}}} FILTER]}},
       {"vzFilter":{"attributes":{"name":"all"},"children":[
        {"vzEntry":{"attributes":{"name":"any"}}}]}},
       {"vzFilter":{"attributes":{"name":"tcp"},"children":[
        {"vzEntry":{"attributes":{"name":"tcp","etherT":"ip","prot":"tcp","stateful":"yes"}}}]}},
       {"vzBrCP":{"attributes":{"name":"c"CONTRACT_ATTRIBUTE},"children":[
        {"vzSubj":{"attributes":{"name":"s"},"children":[
         {"vzRsSubjFiltAtt":{"attributes":{"tnVzFilterName":"f"RELATION}}} SUBJECT]}} CONTRACT]}},
       {"fvAp":{"attributes":{"name":"a"},"children":[
        {"fvESg":{"attributes":{"name":"web"ESG_ATTRIBUTE},"children":[
         {"fvRsScope":{"attributes":{"tnFvCtxName":"v"}}},
         {"fvEPSelector":{"attributes":{"matchExpression":"ip=='10.0.0.1/32'"},"children":[
          {"tagAnnotation":{"attributes":{"key":"firebreak-server","value":"web1"}}}]}},
         {"fvRsCons":{"attributes":{"tnVzBrCPName":"c"},"children":[LABEL]}} GROUP]}},
        {"fvESg":{"attributes":{"name":"db"},"children":[
         {"fvRsScope":{"attributes":{"tnFvCtxName":"v"}}},
         {"fvEPSelector":{"attributes":{"matchExpression":"ip=='10.0.1.1/32'"},"children":[
          {"tagAnnotation":{"attributes":{"key":"firebreak-server","value":"db1"}}}]}},
         {"fvRsProv":{"attributes":{"tnVzBrCPName":"c"}}}]}} PROFILE]}}
       TENANT]}}
      """;

  private static RuleBase read(Map<String, String> marks) throws Exception {
    String text = TENANT;
    for (Map.Entry<String, String> mark : marks.entrySet()) {
      assertThat(text).contains(mark.getKey());
      text = text.replaceFirst("\\b" + mark.getKey() + "\\b", mark.getValue());
    }
    text =
        text.replaceAll(
            "\\b(VRF|ENTRY|FILTER|CONTRACT|CONTRACT_ATTRIBUTE|RELATION|SUBJECT)\\b", "");
    text = text.replaceAll("\\b(ESG_ATTRIBUTE|LABEL|GROUP|PROFILE|TENANT)\\b", "");
    return RuleBaseReaders.of("aci")
        .orElseThrow()
        .read(
            new MemoryFiles(new TreeMap<>(Map.of("t.json", text))),
            HostAddresses.NONE,
            Progress.NONE);
  }

  private static String object(String type, String... attributes) {
    StringBuilder text = new StringBuilder("{\"" + type + "\":{\"attributes\":{");
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(i == 0 ? "" : ",");
      text.append('"' + attributes[i] + "\":\"" + attributes[i + 1] + '"');
    }
    return text.append("}}}").toString();
  }

  /** What becomes of connections from web to db. */
  private static Outcome decide(RuleBase base, String host, int protocol, int port) {
    Rule.Direction direction =
        host.equals("db1") ? Rule.Direction.INBOUND : Rule.Direction.OUTBOUND;
    PlacedFilter placed =
        base.filters().stream()
            .filter(each -> each.hosts().contains(host) && each.direction() == direction)
            .findFirst()
            .orElseThrow();
    int point = protocol * 65_536 + port;
    for (FilterRule rule : placed.filter().rules()) {
      if (rule.services().next(point) == point
          && rule.source().contains(Address.parse("10.0.0.1"))
          && rule.destination().contains(Address.parse("10.0.1.1"))) {
        return rule.outcome();
      }
    }
    return placed.filter().last().outcome();
  }

  private static void assertOnly(RuleBase base, String place, String reason) {
    assertThat(base.unread()).extracting(Unread::place).containsExactly(place);
    assertThat(base.unread()).extracting(Unread::reason).containsExactly(reason);
  }

  @Test
  void contractIsReadAtBothEnds() throws Exception {
    RuleBase base = read(Map.of());
    assertThat(base.unread()).isEmpty();
    for (String host : List.of("web1", "db1")) {
      assertThat(decide(base, host, 6, 443)).isEqualTo(Outcome.PERMIT);
      assertThat(decide(base, host, 6, 444)).isEqualTo(Outcome.DENY_LOG);
      assertThat(decide(base, host, 17, 443)).isEqualTo(Outcome.DENY_LOG);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vzRsAnyToProv, tnVzBrCPName",
    "vzRsAnyToCons, tnVzBrCPName",
    "vzRsAnyToConsIf, tnVzCPIfName"
  })
  void contractsOfAllGroups(String type, String attribute) throws Exception {
    String any =
        "{\"vzAny\":{\"attributes\":{},\"children\":[" + object(type, attribute, "c") + "]}}";
    assertOnly(read(Map.of("VRF", any)), "t.json:fvCtx v/" + type, type + " holds for all groups");
  }

  @ParameterizedTest
  @CsvSource({
    "fvRsProtBy, tnVzTabooName",
    "fvRsConsIf, tnVzCPIfName",
    "fvRsSecInherited, tDn",
    "vzConsSubjLbl, name",
    "vzProvLbl, name"
  })
  void whatLimitsOrAddsToContractsOfGroup(String type, String attribute) throws Exception {
    assertOnly(
        read(Map.of("GROUP", "," + object(type, attribute, "x"))),
        "t.json:fvESg web/" + type,
        type + " limits or adds to what contracts permit");
  }

  @Test
  void labelsOfRelations() throws Exception {
    assertOnly(
        read(Map.of("LABEL", object("vzConsLbl", "name", "x"))),
        "t.json:fvESg web/vzConsLbl",
        "vzConsLbl limits the contract c");
  }

  @Test
  void unknownPartsOfContracts() throws Exception {
    assertOnly(
        read(Map.of("CONTRACT", "," + object("vzNew", "name", "x"))),
        "t.json:c/vzNew",
        "what vzNew does is not known");
    assertOnly(
        read(Map.of("SUBJECT", "," + object("vzProvSubjLbl", "name", "x"))),
        "t.json:c/vzProvSubjLbl",
        "what vzProvSubjLbl does is not known");
    assertOnly(
        read(Map.of("CONTRACT_ATTRIBUTE", ",\"scope\":\"galaxy\"")),
        "t.json:c",
        "the scope is not known");
    assertThat(read(Map.of("SUBJECT", "," + object("vzRsSubjGraphAtt", "x", "y"))).unread())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"directives\":\"log,redir\" | the directive redir is not known",
        "\"action\":\"shape\" | the action is neither permit nor deny",
        "\"action\":\"deny\",\"priorityOverride\":\"level9\" | the priority is not known"
      })
  void unknownWordsOfFilters(String attributes, String reason) throws Exception {
    RuleBase base = read(Map.of("RELATION", "," + attributes));
    assertOnly(base, "t.json:c/f/e", reason);
    assertThat(decide(base, "db1", 6, 443)).isEqualTo(Outcome.DENY_LOG);
  }

  @ParameterizedTest
  @CsvSource({
    "sFromPort, 1024, sFromPort limits what matches",
    "tcpRules, est, tcpRules limits what matches",
    "matchDscp, EF, matchDscp limits what matches",
    "applyToFrag, yes, matches fragments alone",
    "etherT, arp, 'matches arp, not IP'",
    "prot, vrrp, the protocol vrrp is not known",
    "dToPort, 99999, the port 99999 is not known",
    "dToPort, 80, the first port is above the last"
  })
  void entriesThatAreNotRead(String attribute, String value, String reason) throws Exception {
    RuleBase base = read(Map.of("ENTRY", ",\"" + attribute + "\":\"" + value + '"'));
    assertOnly(base, "t.json:c/f/e", reason);
    assertThat(decide(base, "web1", 6, 443)).isEqualTo(Outcome.DENY_LOG);
  }

  @Test
  void logAndStatisticsAreDirectives() throws Exception {
    RuleBase base = read(Map.of("RELATION", ",\"directives\":\"log,no_stats\""));
    assertThat(base.unread()).isEmpty();
    assertThat(decide(base, "db1", 6, 443)).isEqualTo(Outcome.PERMIT_LOG);
  }

  @ParameterizedTest
  @CsvSource({
    "all, default, true", // names less
    "all, level1, true",
    "tcp, default, true",
    "f, default, false", // names the same: denials count
    "f, level3, false",
    "f, level2, true",
    "f, level1, true"
  })
  void denialsCountByPriorityAndByWhatTheyName(String filter, String level, boolean permitted)
      throws Exception {
    String denial =
        "{\"vzSubj\":{\"attributes\":{\"name\":\"d\"},\"children\":["
            + object(
                "vzRsSubjFiltAtt",
                "tnVzFilterName",
                filter,
                "action",
                "deny",
                "priorityOverride",
                level)
            + "]}}";
    RuleBase base = read(Map.of("CONTRACT", "," + denial));
    assertThat(base.unread()).isEmpty();
    assertThat(decide(base, "db1", 6, 443).permits()).isEqualTo(permitted);
    boolean named = filter.equals("tcp") || filter.equals("all");
    assertThat(decide(base, "db1", 6, 80)).isEqualTo(named ? Outcome.DENY : Outcome.DENY_LOG);
  }

  @Test
  void membersThatNoAddressTells() throws Exception {
    String group =
        ",{\"fvESg\":{\"attributes\":{\"name\":\"x\"},\"children\":["
            + "{\"fvRsScope\":{\"attributes\":{\"tnFvCtxName\":\"v\"}}},%s]}}";
    RuleBase base =
        read(Map.of("PROFILE", group.formatted(object("fvEPgSelector", "matchEpgDn", "uni/x"))));
    assertOnly(
        base,
        "t.json:fvESg x/fvEPgSelector",
        "members by fvEPgSelector are not told by the tenant");
    String tag = object("fvTagSelector", "matchKey", "k", "matchValue", "w");
    String tags =
        ",{\"fvEpTags\":{\"attributes\":{},\"children\":[{\"%s\":{\"attributes\":{%s},"
            + "\"children\":[{\"tagTag\":{\"attributes\":{\"key\":\"k\",\"value\":\"w\"}}}]}}]}}";
    base =
        read(
            Map.of(
                "PROFILE", group.formatted(tag),
                "TENANT", tags.formatted("fvEpMacTag", "\"mac\":\"00:00:00:00:00:01\"")));
    assertOnly(base, "t.json:fvESg x/fvEpMacTag", "members are told by the tag of fvEpMacTag");
    base =
        read(
            Map.of(
                "PROFILE", group.formatted(tag),
                "TENANT",
                    tags.formatted("fvEpIpTag", "\"ip\":\"10.0.9.1\",\"ctxName\":\"other\"")));
    assertOnly(base, "t.json:fvESg x", "no address is told to be a member");
    base =
        read(
            Map.of(
                "PROFILE", group.formatted(tag),
                "TENANT", tags.formatted("fvEpIpTag", "\"ip\":\"10.0.9.1\",\"ctxName\":\"v\"")));
    assertThat(base.unread()).isEmpty();
    assertOnly(
        read(
            Map.of(
                "PROFILE", group.formatted(object("fvEPSelector", "matchExpression", "mac=='x'")))),
        "t.json:fvESg x/fvEPSelector",
        "the expression is not one of addresses");
  }

  @Test
  void preferredGroupIsRead() throws Exception {
    String any = object("vzAny", "prefGrMemb", "enabled");
    RuleBase base = read(Map.of("VRF", any, "ESG_ATTRIBUTE", ",\"prefGrMemb\":\"include\""));
    assertThat(base.unread()).isEmpty();
    assertThat(decide(base, "web1", 6, 80)).as("db is no member").isEqualTo(Outcome.DENY_LOG);
  }

  @Test
  void vrfThatEnforcesNothingAndGroupThatIsShut() throws Exception {
    RuleBase base =
        read(
            Map.of(
                "TENANT",
                ",{\"fvCtx\":{\"attributes\":{\"name\":\"w\",\"pcEnfPref\":\"unenforced\"}}}"));
    assertOnly(base, "t.json:fvCtx w", "the VRF enforces no contracts");
    assertOnly(
        read(Map.of("ESG_ATTRIBUTE", ",\"shutdown\":\"yes\"")),
        "t.json:fvESg web",
        "the group is shut down");
  }

  @Test
  void contractsAndFiltersThatAreElsewhere() throws Exception {
    assertOnly(
        read(Map.of("GROUP", "," + object("fvRsCons", "tnVzBrCPName", "common"))),
        "t.json:web",
        "no such contract");
    assertOnly(
        read(Map.of("SUBJECT", "," + object("vzRsSubjFiltAtt", "tnVzFilterName", "common"))),
        "t.json:c",
        "the filter is in no file");
  }

  @Test
  void protocolZeroIsNoProtocol() throws Exception {
    String entry =
        object("vzFilter", "name", "zero").replace("}}}", "},\"children\":[")
            + object("vzEntry", "name", "z", "etherT", "ip", "prot", "0")
            + "]}}";
    RuleBase base =
        read(
            Map.of(
                "SUBJECT", "," + object("vzRsSubjFiltAtt", "tnVzFilterName", "zero"),
                "TENANT", "," + entry));
    assertThat(base.unread()).isEmpty();
    assertThat(decide(base, "db1", 17, 53)).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void contractAmongMembersThatAreNotIsolated() throws Exception {
    String among = "," + object("fvRsIntraEpg", "tnVzBrCPName", "c");
    assertOnly(
        read(Map.of("GROUP", among)),
        "t.json:fvESg web/fvRsIntraEpg",
        "fvRsIntraEpg may isolate members, which pcEnfPref does not say");
    assertThat(
            read(Map.of("GROUP", among, "ESG_ATTRIBUTE", ",\"pcEnfPref\":\"enforced\"")).unread())
        .isEmpty();
  }
}
