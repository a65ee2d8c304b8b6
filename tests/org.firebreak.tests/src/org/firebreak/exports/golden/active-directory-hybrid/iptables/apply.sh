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
  fi
  for family in $(families); do
    with_family "$family"
    "$iptables-save" -t filter >"$1/all" || return 1
    {
      echo '*filter'
      sed -n 's/^\(:FIREBREAK-[A-Z0-9-]* -\).*/\1 [0:0]/p' "$1/all"
      grep -e '^-A FIREBREAK-' "$1/all"
      echo COMMIT
    } >"$1/rules.v$family"
    rm -f "$1/all"
  done
}

# hook CHAIN HOOK RULES: lets traffic pass our chain if the rules have it, else not.
hook() {
  if grep -q -e "^:$1 " "$3"; then
    "$iptables" -C "$2" -m comment --comment firebreak -j "$1" 2>/dev/null ||
      "$iptables" -I "$2" 1 -m comment --comment firebreak -j "$1"
  else
    while "$iptables" -D "$2" -m comment --comment firebreak -j "$1" 2>/dev/null; do :; done
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
    for chain in $stale; do "$iptables" -F "$chain" || return 1; done
    for chain in $stale; do "$iptables" -X "$chain" || return 1; done
  done
}

# tidy: removes what nothing uses any more; the kernel keeps sets that a rule refers to.
tidy() {
  if command -v ipset >/dev/null; then
    for set in $(ipset list -n | grep '^fbk_'); do ipset destroy "$set" 2>/dev/null; done
  fi
}

# --- what follows is the same for all packet filters ---

usage() {
  cat <<TEXT
Usage: apply.sh [OPTIONS] [RULESET]    load it; the former one comes back unless confirmed in time
       apply.sh [OPTIONS] confirm      keep what was loaded, also for the next boot
       apply.sh [OPTIONS] rollback     bring the former ruleset back, before or after confirming
       apply.sh [OPTIONS] check [RULESET]   say whether it can be loaded
       apply.sh [OPTIONS] status       say what is loaded and what is waited for
       apply.sh [OPTIONS] boot         load the ruleset beside this script, without more ado

RULESET may be left out if there is only one beside this script.
  -t SECONDS   time to confirm (300); 0 keeps the ruleset at once
  -s FOLDER    state (/run/firebreak/$platform)
  -b FOLDER    rulesets for the next boot (/etc/firebreak/$platform)

Exit codes: 0 done, 1 refused and nothing changed, 2 wrong usage, 3 another run is under way or a
ruleset waits for confirmation, 4 nothing to confirm or to roll back, 5 failed half-way: look at once
TEXT
}

say() {
  printf 'firebreak: %s\n' "$1"
}

complain() {
  printf 'firebreak: %s\n' "$1" >&2
}

# Says it here and in the system's log.
announce() {
  say "$1"
  if command -v logger >/dev/null; then logger -t firebreak "$1" 2>/dev/null; fi
}

refuse() {
  complain "$1"
  exit 1
}

alarm() {
  complain "$1"
  if command -v logger >/dev/null; then logger -t firebreak -p user.err "$1" 2>/dev/null; fi
  exit 5
}

# Seconds since boot: a clock that nobody sets.
now() {
  read -r uptime _ </proc/uptime
  echo "${uptime%%.*}"
}

# First word of the file: which run waits for confirmation; second: until when.
pending() {
  cat "$state/pending" 2>/dev/null
}

take_lock() {
  mkdir -p "$state" || refuse "cannot write to $state"
  chmod 700 "$state"
  command -v flock >/dev/null || refuse "flock is missing; install util-linux"
  exec 9>"$state/lock"
  flock "$@" 9 || {
    complain "another run is under way ($state/lock)"
    exit 3
  }
}

# Waits in the background for the confirmation, out of reach of this terminal and its session.
start_timer() {
  if [ -d /run/systemd/system ] && command -v systemd-run >/dev/null &&
    [ "$(readlink /proc/self/ns/net)" = "$(readlink /proc/1/ns/net)" ] &&
    systemd-run --quiet --unit="firebreak-$platform-$1" \
      /bin/sh "$state/apply.sh" -s "$state" -b "$boot" expire "$1" 9>&-; then
    return
  fi
  setsid /bin/sh "$state/apply.sh" -s "$state" -b "$boot" expire "$1" \
    </dev/null >>"$state/log" 2>&1 9>&- &
}

# The ruleset that the operator named, or the only one there is.
ruleset() {
  if [ $# -gt 1 ]; then
    usage >&2
    exit 2
  fi
  if [ $# -eq 1 ]; then
    echo "$1"
    return
  fi
  found=$(candidates)
  case $found in
    '') complain "no ruleset beside this script; name one" ;;
    *"
"*) complain "several rulesets beside this script; name one:
$found" ;;
    *)
      echo "$found"
      return
      ;;
  esac
  exit 2
}

apply() {
  source=$(ruleset "$@") || exit
  take_lock -n
  if [ -e "$state/pending" ]; then
    complain "an earlier ruleset waits for 'apply.sh confirm' or 'apply.sh rollback'"
    exit 3
  fi
  tidy
  rm -rf "$state/new" "$state/saved"
  mkdir "$state/new" "$state/saved" || refuse "cannot write to $state"
  stage "$source" "$state/new" || refuse "cannot read $source"
  check "$state/new" || refuse "refused, nothing changed: $source"
  cp -- "$script" "$state/apply.sh" || refuse "cannot write to $state"
  save "$state/saved" || refuse "cannot save what is loaded now; nothing changed"
  rm -rf "$state/previous" "$state/confirmed"
  mv "$state/saved" "$state/previous"
  readlink "$boot/current" >"$state/previous.boot" 2>/dev/null
  token=$(date +%s)-$$
  if [ "$seconds" -gt 0 ]; then
    echo "$token $(($(now) + seconds))" >"$state/pending"
    start_timer "$token"
  fi
  if ! load "$state/new"; then
    bring_back || alarm "loading failed, and so did bringing the former ruleset back"
    rm -rf "$state/pending" "$state/previous"
    refuse "loading failed; the former ruleset is in force: $source"
  fi
  if [ "$seconds" -eq 0 ]; then
    keep
    announce "loaded and kept: $source"
  else
    announce "loaded: $source"
    say "From a NEW session, to be sure that you still get in: sh $script confirm"
    say "The former ruleset comes back in $seconds s."
  fi
}

# Makes the ruleset the one of the next boot, in one step.
keep() {
  folder=rulesets/${token:-$(date +%s)-$$}
  if ! write_boot "$folder"; then alarm "in force, but not written to $boot for the next boot"; fi
  for old in "$boot"/rulesets/*; do
    case rulesets/${old##*/} in
      "$folder" | "$(cat "$state/previous.boot")") ;;
      *) rm -rf "$old" ;;
    esac
  done
  : >"$state/confirmed"
  rm -f "$state/pending"
}

write_boot() {
  mkdir -p "$boot/rulesets" || return 1
  chmod 700 "$boot"
  cp -R "$state/new" "$boot/$1" || return 1
  cp -- "$state/apply.sh" "$boot/$1/apply.sh" || return 1
  link_boot "$1"
}

link_boot() {
  ln -sfn "$1" "$boot/current.new" && mv -fT "$boot/current.new" "$boot/current"
}

confirm() {
  take_lock -w 10
  if [ ! -e "$state/pending" ]; then
    complain "nothing waits for confirmation"
    exit 4
  fi
  keep
  announce "confirmed; the ruleset stays, also at the next boot if the unit is enabled"
}

bring_back() {
  load "$state/previous"
}

rollback() {
  take_lock -w 10
  if [ ! -d "$state/previous" ]; then
    complain "there is nothing to bring back"
    exit 4
  fi
  roll_back "rolled back; the former ruleset is in force"
}

roll_back() {
  bring_back || alarm "ROLL-BACK FAILED: look at $state/previous at once"
  if [ -e "$state/confirmed" ]; then
    former=$(cat "$state/previous.boot")
    if [ -n "$former" ]; then
      link_boot "$former" || alarm "rolled back, but $boot/current is still the newer ruleset"
    else
      rm -f "$boot/current"
    fi
  fi
  rm -rf "$state/pending" "$state/previous" "$state/confirmed"
  tidy
  announce "$1"
}

# expire TOKEN: brings the former ruleset back when the time of that run is over.
expire() {
  trap '' HUP INT
  while true; do
    read -r token deadline <"$state/pending" || exit 0
    [ "$token" = "$1" ] || exit 0
    if [ "$(now)" -ge "$deadline" ]; then break; fi
    sleep 1
  done 2>/dev/null
  take_lock -w 60
  set -- "$1" "$(pending)"
  if [ "${2%% *}" = "$1" ]; then
    roll_back "not confirmed in time; the former ruleset is in force"
  fi
}

status() {
  if [ -e "$state/pending" ]; then
    set -- "$(pending)"
    say "a ruleset waits for confirmation for $((${1##* } - $(now))) s more"
  elif [ -e "$state/confirmed" ]; then
    say "a ruleset was loaded and confirmed"
  else
    say "nothing was loaded since the machine started, or it was rolled back"
  fi
}

check_only() {
  source=$(ruleset "$@") || exit
  take_lock -n
  rm -rf "$state/new"
  mkdir "$state/new" || refuse "cannot write to $state"
  stage "$source" "$state/new" || refuse "cannot read $source"
  if check "$state/new"; then
    outcome=0
    say "can be loaded: $source"
  else
    outcome=1
    complain "cannot be loaded: $source"
  fi
  exit "$outcome"
}

set -u
umask 077
LC_ALL=C
PATH=${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin
export LC_ALL PATH
here=$(cd "$(dirname "$0")" && pwd) || exit 2
script=$here/$(basename "$0")
seconds=300
state=/run/firebreak/$platform
boot=/etc/firebreak/$platform
token=
while getopts t:s:b:h option; do
  case $option in
    t) seconds=$OPTARG ;;
    s) state=$OPTARG ;;
    b) boot=$OPTARG ;;
    h)
      usage
      exit 0
      ;;
    *)
      usage >&2
      exit 2
      ;;
  esac
done
shift $((OPTIND - 1))
case $seconds in
  '' | *[!0-9]* | ???????*)
    complain "not a number of seconds: $seconds"
    exit 2
    ;;
esac
case $state:$boot in
  /*:/*) ;;
  *)
    complain "the folders of -s and -b must be absolute"
    exit 2
    ;;
esac
command=${1:-apply}
case $command in
  apply | check | confirm | rollback | status | boot | expire) if [ $# -gt 0 ]; then shift; fi ;;
  *) command=apply ;;
esac
[ "$(id -u)" = 0 ] || refuse "only root may do this"
case $command in
  apply) apply "$@" ;;
  check) check_only "$@" ;;
  confirm) confirm ;;
  rollback) rollback ;;
  status) status ;;
  boot) load "$here" ;;
  expire) expire "$@" ;;
esac
