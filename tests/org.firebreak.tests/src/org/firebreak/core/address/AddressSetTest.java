package org.firebreak.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSetTest {
  /** Sets around the ends of a family, where one more or less would wrap. */
  @ParameterizedTest(name = "base {0}")
  @ValueSource(strings = {"0.0.0.0", "10.0.0.0", "255.255.255.224", "::", "fd00::ffe0"})
  void setsBehaveAsSetsOfSingleAddresses(String base) {
    Random random = new Random(base.hashCode());
    Address first = Address.parse(base);
    for (int round = 0; round < 300; round++) {
      BitSet left = randomBits(random);
      BitSet right = randomBits(random);
      AddressSet a = set(first, left);
      AddressSet b = set(first, right);
      BitSet union = (BitSet) left.clone();
      union.or(right);
      BitSet minus = (BitSet) left.clone();
      minus.andNot(right);
      assertThat(a.union(b)).isEqualTo(set(first, union));
      assertThat(a.minus(b)).isEqualTo(set(first, minus));
      assertThat(a.intersects(b)).isEqualTo(left.intersects(right));
      assertThat(a.containsAll(b)).isEqualTo(union.equals(left));
      for (int i = 0; i < 32; i++) {
        assertThat(a.contains(at(first, i))).isEqualTo(left.get(i));
      }
      assertThat(AddressSet.parse(a.toPrefixes())).isEqualTo(a);
    }
  }

  private static BitSet randomBits(Random random) {
    BitSet bits = new BitSet();
    for (int i = 0; i < random.nextInt(4); i++) {
      int from = random.nextInt(32);
      bits.set(from, from + 1 + random.nextInt(32 - from));
    }
    return bits;
  }

  private static AddressSet set(Address first, BitSet bits) {
    List<AddressRange> ranges = new ArrayList<>();
    bits.stream().forEach(i -> ranges.add(AddressRange.of(at(first, i))));
    return AddressSet.of(ranges);
  }

  private static Address at(Address first, int offset) {
    return new Address(first.v6(), first.high(), first.low() + offset);
  }

  @Test
  void rangesAreSortedAndMerged() {
    assertThat(AddressSet.parse(List.of("10.0.0.2", "::1", "10.0.0.0/31", "10.0.0.9")))
        .hasToString("10.0.0.0-10.0.0.2, 10.0.0.9, ::1");
  }

  @Test
  void everythingIsAny() {
    assertThat(AddressSet.parse(List.of("::/0", "0.0.0.0/0")).isAny()).isTrue();
    assertThat(AddressSet.parse(List.of("0.0.0.0/0")).isAny()).isFalse();
  }

  @Test
  void familiesAreKeptApart() {
    AddressSet both = AddressSet.parse(List.of("10.0.0.1", "fd00::1"));
    assertThat(both.v4()).hasToString("10.0.0.1");
    assertThat(both.v6()).hasToString("fd00::1");
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3",
    "FD00:0:0::000A, fd00::a",
    "::ffff:10.0.0.1, ::ffff:a00:1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255"
  })
  void addressesAreReadAndWrittenCanonically(String text, String canonical) {
    assertThat(Address.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10.1.2",
        "10.1.2.256",
        "010.1.2.3",
        "10.1.2.3/24",
        "10.1.2.*",
        "web1",
        "fe80::1%eth0",
        "1.2.3.4.5",
        "::g",
        "*",
        "10.1.2.3-10.1.2.5",
        "0x0a010203",
        "167838211"
      })
  void anythingElseIsNoAddress(String text) {
    assertThatThrownBy(() -> Address.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  @Test
  void hostBitsOfACidrAreCleared() {
    assertThat(AddressRange.parse("10.1.2.3/24")).hasToString("10.1.2.0-10.1.2.255");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "::/129", "10.0.0.0/255.255.0.0", "/8"})
  void otherMasksAreRefused(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(text);
  }

  /** The other opinion halves the family until a half is in the range, or none of it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void prefixesAreTheFewest(boolean v6) {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      Address one = any(v6, random);
      Address other = round % 2 == 0 ? any(v6, random) : near(one, random);
      boolean inOrder = one.compareTo(other) <= 0;
      AddressRange range = new AddressRange(inOrder ? one : other, inOrder ? other : one);
      assertPrefixes(range);
    }
    assertPrefixes(v6 ? AddressRange.ALL_V6 : AddressRange.ALL_V4);
  }

  private static void assertPrefixes(AddressRange range) {
    List<String> expected = new ArrayList<>();
    halve(range, new Address(range.v6(), 0, 0), 0, expected);
    assertThat(range.toPrefixes()).as("%s", range).isEqualTo(expected);
    assertThat(range.prefixCount()).as("%s", range).isEqualTo(expected.size());
  }

  private static void halve(AddressRange range, Address first, int length, List<String> prefixes) {
    String prefix = first + "/" + length;
    AddressRange block = AddressRange.parse(prefix);
    if (range.contains(block.first()) && range.contains(block.last())) {
      prefixes.add(prefix);
    } else if (range.contains(block.first())
        || range.contains(block.last())
        || block.contains(range.first())) {
      halve(range, first, length + 1, prefixes);
      int bit = (range.v6() ? 128 : 32) - length - 1;
      long high = bit < 64 ? 0 : 1L << bit - 64;
      long low = bit < 64 ? 1L << bit : 0;
      Address second = new Address(range.v6(), first.high() | high, first.low() | low);
      halve(range, second, length + 1, prefixes);
    }
  }

  /** Many zeros or ones at the end, as the ends of networks have. */
  private static Address any(boolean v6, Random random) {
    int end = random.nextInt(v6 ? 129 : 33);
    long lowOnes = end == 0 ? 0 : -1L >>> 64 - Math.min(end, 64);
    long highOnes = end <= 64 ? 0 : -1L >>> 128 - end;
    boolean zeros = random.nextBoolean();
    long high = v6 ? random.nextLong() : 0;
    long low = v6 ? random.nextLong() : random.nextInt() & 0xFFFF_FFFFL;
    return zeros
        ? new Address(v6, high & ~highOnes, low & ~lowOnes)
        : new Address(v6, v6 ? high | highOnes : 0, (low | lowOnes) & (v6 ? -1 : 0xFFFF_FFFFL));
  }

  private static Address near(Address address, Random random) {
    long low = address.low() ^ random.nextInt(1 << random.nextInt(20));
    return new Address(address.v6(), address.high(), low);
  }
}
