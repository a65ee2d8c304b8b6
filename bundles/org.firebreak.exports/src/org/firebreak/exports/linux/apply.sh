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

# quoted TEXT: as a shell reads it back.
quoted() {
  case $1 in
    *[!a-zA-Z0-9_/.,:@%+=-]*) printf "'%s'" "$(printf '%s' "$1" | sed "s/'/'\\\\''/g")" ;;
    *) printf '%s' "$1" ;;
  esac
}

# How to call this script again with the same folders.
this_script() {
  printf 'sh %s' "$(quoted "$script")"
  if [ "$state" != "/run/firebreak/$platform" ]; then printf ' -s %s' "$(quoted "$state")"; fi
  if [ "$boot" != "/etc/firebreak/$platform" ]; then printf ' -b %s' "$(quoted "$boot")"; fi
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
  mv "$state/saved" "$state/previous" || refuse "cannot write to $state"
  readlink "$boot/current" >"$state/previous.boot" 2>/dev/null
  token=$(date +%s)-$$
  if [ "$seconds" -gt 0 ]; then
    # without this file the timer would find nothing to take back
    if ! echo "$token $(($(now) + seconds))" >"$state/pending"; then
      rm -f "$state/pending"
      refuse "cannot write to $state; nothing changed"
    fi
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
    say "From a NEW session, to be sure that you still get in: $(this_script) confirm"
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
  # however long another run takes: nobody else brings the former ruleset back
  take_lock
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
  # not in new, which holds what a confirmation would keep
  rm -rf "$state/checked"
  mkdir "$state/checked" || refuse "cannot write to $state"
  stage "$source" "$state/checked" || refuse "cannot read $source"
  if check "$state/checked"; then
    outcome=0
    say "can be loaded: $source"
  else
    outcome=1
    complain "cannot be loaded: $source"
  fi
  rm -rf "$state/checked"
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
  '' | *[!0-9]* | 0?* | ???????*)
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
