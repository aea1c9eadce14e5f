# Shared by run and long: stages with their seconds, counts of tests, a PostgreSQL on loopback.
counts=${TRAINING_COUNTS:-$(mktemp)}
export TRAINING_COUNTS=$counts
work=${TRAINING_CI_WORK:-$(mktemp -d)}
export TRAINING_CI_WORK=$work
port=54329
postgres="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
failed_stages=()

# stage NAME COMMAND...: runs it, prints its seconds; a failed stage is remembered and the next still runs.
stage() {
  local name=$1 began=$SECONDS
  shift
  echo "== $name"
  if "$@"; then
    echo "-- $name: $((SECONDS - began)) s"
  else
    echo "-- $name: FAILED after $((SECONDS - began)) s"
    failed_stages+=("$name")
  fi
}

install_packages() {
  local missing=()
  local needed=(libicu72 postgresql python3-aiosmtpd curl)
  command -v npm >/dev/null || needed+=(nodejs npm)
  for package in "${needed[@]}"; do
    dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# run_tests COMMAND...: runs a test command and adds what it counted.
run_tests() {
  local log status
  log=$(mktemp)
  "$@" 2>&1 | tee "$log"
  status=${PIPESTATUS[0]}
  grep -oE 'Failed: +[0-9]+, Passed: +[0-9]+' "$log" >>"$counts"
  return "$status"
}

# A folder for the files of the tests: in memory where there is room. Every commit is flushed as ever, and a killed program
# leaves there what it leaves elsewhere, but no flush waits for a disk.
make_files() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -1)
  if [ -w /dev/shm ] && [ "${free:-0}" -gt 4000000 ]; then mktemp -d -p /dev/shm; else mktemp -d; fi
}

# start_postgres [OPTION...]: further options of the server.
start_postgres() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
  id postgres >/dev/null || return 1
  rm -rf "$work/pg" && mkdir -p "$work/pg" && chmod 755 "$work" && chown postgres "$work/pg" || return 1
  su postgres -c "$bin/initdb -D $work/pg -A trust -U postgres -E UTF8 --locale=C.UTF-8" >/dev/null || return 1
  su postgres -c "$bin/pg_ctl -D $work/pg -w -l $work/pg/log -o '-p $port -h 127.0.0.1 -c unix_socket_directories= -c max_connections=300 $*' start" >/dev/null
}

stop_postgres() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
  su postgres -c "$bin/pg_ctl -D $work/pg -m fast stop" >/dev/null 2>&1
  rm -rf "$work/pg"
}

# Every refusal that a route declares has left in some test of either run.
check_refusals() {
  local declared=tests/Training.Api.Tests/bin/Debug/net10.0/refusals-declared.txt
  local produced=tests/Training.Api.Tests/bin/Debug/net10.0/refusals-produced.txt
  [ -s "$declared" ] && [ -s "$produced" ] || { echo "the test run left no list of refusals"; return 1; }
  local missing
  missing=$(comm -23 <(sort -u "$declared") <(sort -u "$produced"))
  [ -z "$missing" ] && { echo "$(sort -u "$declared" | wc -l) declared refusals, all produced"; return 0; }
  echo "declared, but produced by no test:"
  echo "$missing"
  return 1
}

lint_openapi() {
  (cd .ci && npm ci --silent --no-fund --no-audit && npx spectral lint ../docs/api/openapi.json --ruleset spectral.yaml --fail-severity warn)
}

finish() {
  local passed failed
  passed=$(grep -oE 'Passed: +[0-9]+' "$counts" | awk '{ n += $2 } END { print n + 0 }')
  failed=$(grep -oE 'Failed: +[0-9]+' "$counts" | awk '{ n += $2 } END { print n + 0 }')
  # A stage that is no test counts as one failure, so that the last line never looks green when the run is not.
  [ ${#failed_stages[@]} -gt 0 ] && [ "$failed" -eq 0 ] && failed=${#failed_stages[@]}
  [ ${#failed_stages[@]} -gt 0 ] && printf 'failed stage: %s\n' "${failed_stages[@]}"
  echo "total: $SECONDS s"
  echo "$passed passed, $failed failed"
  [ ${#failed_stages[@]} -eq 0 ] && [ "$passed" -gt 0 ]
}
