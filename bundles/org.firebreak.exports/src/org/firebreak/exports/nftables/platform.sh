#!/bin/sh
# Loads a ruleset of Firebreak into nftables, and takes it back unless the operator confirms.
# Replaces the table inet firebreak in one transaction and touches no other.

platform=nftables

# Where rulesets lie beside this script, if the operator names none.
candidates() {
  for each in "$here"/*.nft "$here"/central/*.nft "$here"/hosts/*.nft; do
    if [ -f "$each" ]; then echo "$each"; fi
  done
}

# stage SOURCE FOLDER: copies a ruleset into a folder.
stage() {
  [ -f "$1" ] || refuse "no such ruleset: $1"
  cp -- "$1" "$2/ruleset.nft"
}

# check FOLDER: whether the ruleset in it speaks of our table alone and can be loaded.
check() {
  if grep -Evq '^(#.*|(add|delete) table inet firebreak|table inet firebreak \{|[[:space:]].*|\}|)$' \
    "$1/ruleset.nft"; then
    complain "the file is no ruleset of Firebreak: it has more than the table inet firebreak"
    return 1
  fi
  nft -c -f "$1/ruleset.nft"
}

# save FOLDER: writes what is loaded now, so that load FOLDER brings it back.
save() {
  printf 'add table inet firebreak\ndelete table inet firebreak\n' >"$1/ruleset.nft" || return 1
  # a table that cannot be saved must not be taken for none
  tables=$(nft list tables) || return 1
  case "
$tables
" in
    *"
table inet firebreak
"*) nft list table inet firebreak >>"$1/ruleset.nft" || return 1 ;;
  esac
  nft -c -f "$1/ruleset.nft"
}

# load FOLDER: loads the ruleset in it, all or nothing.
load() {
  nft -f "$1/ruleset.nft"
}

# tidy: removes what nothing uses any more.
tidy() {
  :
}

