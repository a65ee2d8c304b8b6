package org.firebreak.scene;

/** What a box stands for. */
public enum BoxKind {
  /** Trust boundary that holds other boxes; collapsed, a card. */
  ZONE,
  /** Card of a server group, with a row for each member unless collapsed. */
  GROUP,
  /** Row of a server in the card of its group. */
  MEMBER,
  /** Small card of a server outside a shown group. */
  SERVER,
  /** Pill of an external network. */
  EXTERNAL_NETWORK,
  /** Firewall symbol. */
  ENFORCEMENT_POINT,
  /** Plain paper with text. */
  NOTE
}
