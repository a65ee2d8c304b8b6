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
}
