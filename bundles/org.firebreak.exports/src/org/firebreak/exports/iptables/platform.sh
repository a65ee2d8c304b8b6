#!/bin/sh
# Loads a ruleset of Firebreak into iptables, ip6tables and ipset, and takes it back unless the
# operator confirms. Replaces the chains FIREBREAK-* of the table filter, at once for each family,
# and the sets fbk_*. Touches nothing else but the jumps from INPUT, OUTPUT or FORWARD.

platform=iptables

# Where rulesets lie beside this script, if the operator names none.
candidates() {
  for each in "$here" "$here"/* "$here"/*/*; do
    if [ -f "$each/rules.v4" ]; then echo "$each"; fi
  done
}

# stage SOURCE FOLDER: copies a ruleset into a folder.
stage() {
  for file in sets.ipset rules.v4 rules.v6; do
    [ -f "$1/$file" ] || refuse "no ruleset in $1: $file is missing"
    cp -- "$1/$file" "$2/$file" || return 1
  done
}

# The families that this machine has.
families() {
  echo 4
  if [ -e /proc/net/if_inet6 ]; then echo 6; fi
}

# with_family 4|6: sets the names of the programs.
with_family() {
  case $1 in
    4) iptables=iptables ;;
    6) iptables=ip6tables ;;
  esac
  # programs before 1.6.2 know no lock
  lock=
  if "$iptables-restore" --help 2>&1 | grep -q -e --wait; then lock='-w 20'; fi
}

restore_sets() {
  if [ -s "$1/sets.ipset" ]; then
    ipset destroy fbk_new 2>/dev/null
    ipset -exist restore <"$1/sets.ipset"
  fi
}

# check FOLDER: whether the ruleset in it speaks of our chains and sets alone and can be loaded.
check() {
  if grep -Evq '^(#.*|(create|add|destroy) fbk_[a-z0-9_-]+( .*)?|swap fbk_new fbk_[a-z0-9_-]+|)$' \
    "$1/sets.ipset" ||
    grep -Evhq '^(#.*|\*filter|:FIREBREAK-[A-Z0-9-]+ - \[0:0\]|-A FIREBREAK-.*|COMMIT|)$' \
      "$1/rules.v4" "$1/rules.v6"; then
    complain "the files are no ruleset of Firebreak: they have more than its chains and sets"
    return 1
  fi
  # rules can only be tested when their sets are there; unused ones do no harm
  restore_sets "$1" || return 1
  for family in $(families); do
    with_family "$family"
    # shellcheck disable=SC2086 # an option and its value, or nothing
    "$iptables-restore" $lock --test --noflush <"$1/rules.v$family" || return 1
  done
}

# save FOLDER: writes what is loaded now, so that load FOLDER brings it back.
save() {
  : >"$1/sets.ipset"
  if command -v ipset >/dev/null; then
    ipset save | grep -E '^(create|add) fbk_' >"$1/sets.ipset"
    # 1: there are none of ours; 2: could not be written
    [ $? -le 1 ] || return 1
  fi
  for family in $(families); do
    with_family "$family"
    "$iptables-save" -t filter >"$1/all" || return 1
    {
      echo '*filter'
      sed -n 's/^\(:FIREBREAK-[A-Z0-9-]* -\).*/\1 [0:0]/p' "$1/all"
      grep -e '^-A FIREBREAK-' "$1/all"
      echo COMMIT
    } >"$1/rules.v$family" || return 1
    rm -f "$1/all"
  done
}

# hook CHAIN HOOK RULES: lets traffic pass our chain if the rules have it, else not.
# shellcheck disable=SC2086 # an option and its value, or nothing
hook() {
  if grep -q -e "^:$1 " "$3"; then
    "$iptables" $lock -C "$2" -m comment --comment firebreak -j "$1" 2>/dev/null ||
      "$iptables" $lock -I "$2" 1 -m comment --comment firebreak -j "$1"
  else
    while "$iptables" $lock -D "$2" -m comment --comment firebreak -j "$1" 2>/dev/null; do :; done
  fi
}

# Chains of ours that the rules have no more.
stale_chains() {
  "$iptables-save" -t filter | sed -n 's/^:\(FIREBREAK-[A-Z0-9-]*\) .*/\1/p' |
    while read -r chain; do
      grep -q -e "^:$chain " "$1" || echo "$chain"
    done
}

# load FOLDER: loads the ruleset in it; the rules of a family change at once.
load() {
  restore_sets "$1" || return 1
  for family in $(families); do
    with_family "$family"
    rules=$1/rules.v$family
    # shellcheck disable=SC2086 # an option and its value, or nothing
    "$iptables-restore" $lock --noflush <"$rules" || return 1
    hook FIREBREAK-IN INPUT "$rules" || return 1
    hook FIREBREAK-OUT OUTPUT "$rules" || return 1
    hook FIREBREAK-FWD FORWARD "$rules" || return 1
    stale=$(stale_chains "$rules")
    # shellcheck disable=SC2086 # as above
    for chain in $stale; do "$iptables" $lock -F "$chain" || return 1; done
    # shellcheck disable=SC2086 # as above
    for chain in $stale; do "$iptables" $lock -X "$chain" || return 1; done
  done
}

# tidy: removes what nothing uses any more; the kernel keeps sets that a rule refers to.
tidy() {
  if command -v ipset >/dev/null; then
    for set in $(ipset list -n | grep '^fbk_'); do ipset destroy "$set" 2>/dev/null; done
  fi
}

