#!/bin/bash
# scripts/slurm-test.sh [TEXTS]: a plan of 8 shards on a real Slurm, controller and two nodes on this machine, all its state in a
# temporary folder. One task is killed (kill -9) in the middle and started again by its job file; the merged result has to have
# the bytes of one plain run. Needs root, slurmctld, slurmd and munged; without them it says so and ends with 0.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
texts=$(cd "${1:-$root/corpus}" && pwd)
for program in slurmctld slurmd munged; do
  if [ "$(id -u)" -ne 0 ] || ! command -v $program >/dev/null; then
    echo "passed over: it needs root and $program"
    exit 0
  fi
done

state=$(mktemp -d /tmp/cewen-slurm-XXXXXX)
export SLURM_CONF=$state/slurm.conf
started=()
stop() {
  kill -9 "${started[@]}" 2>/dev/null
  rm -rf "$state"
}
trap stop EXIT
fail() {
  echo "FAILED: $1"
  tail -n 5 "$state"/*.log 2>/dev/null
  exit 1
}

mkdir "$state/bin" "$state/munge" "$state/ctld" "$state/d1" "$state/d2" "$state/work"
# Munge wants a key and folders that nobody else may write to.
chmod 755 "$state"
dd if=/dev/urandom of="$state/munge/key" bs=64 count=1 status=none && chmod 600 "$state/munge/key" && chmod 755 "$state/munge"
munged --force --foreground --key-file="$state/munge/key" --socket="$state/munge/socket" --pid-file="$state/munge/pid" \
  --log-file="$state/munge/log" --seed-file="$state/munge/seed" >"$state/munged.log" 2>&1 &
started+=($!)
disown
host=$(hostname -s)
cat >"$SLURM_CONF" <<CONF
ClusterName=cewen
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$state/munge/socket
CredType=cred/munge
SlurmctldPort=16817
StateSaveLocation=$state/ctld
SlurmctldPidFile=$state/ctld/pid
SlurmctldLogFile=$state/slurmctld.log
SlurmdSpoolDir=$state/d%n
SlurmdPidFile=$state/d%n/pid
SlurmdLogFile=$state/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
MailProg=/bin/true
ReturnToService=2
SchedulerParameters=requeue_setup_env_fail,sched_interval=2,batch_sched_delay=0
MinJobAge=600
NodeName=1 NodeHostname=$host NodeAddr=127.0.0.1 Port=16818 CPUs=2 RealMemory=4000
NodeName=2 NodeHostname=$host NodeAddr=127.0.0.1 Port=16819 CPUs=2 RealMemory=4000
PartitionName=all Nodes=1,2 Default=YES MaxTime=INFINITE State=UP
CONF
for _ in $(seq 50); do [ -S "$state/munge/socket" ] && break || sleep 0.1; done
slurmctld -D >"$state/ctld.out" 2>&1 &
started+=($!)
disown
for node in 1 2; do
  slurmd -D -N $node >"$state/slurmd-$node.out" 2>&1 &
  started+=($!)
  disown
done
for _ in $(seq 100); do [ "$(sinfo -h -o %T 2>/dev/null | sort -u)" = idle ] && break || sleep 0.2; done
[ "$(sinfo -h -o %T 2>/dev/null | sort -u)" = idle ] || fail "no node came up: $(sinfo 2>&1 | tail -3)"

# cewen as it is installed; the first process of shard 5 kills itself when it has begun to write.
cat >"$state/bin/cewen" <<CEWEN
#!/bin/bash
if [ "\$1" = run ] && [[ " \$* " == *" --shard 5/"* ]] && [ ! -e "$state/killed" ]; then
  node "$root/dist/cli.js" "\$@" &
  until [ -n "\$(ls -A "$state/work/plan/parts" 2>/dev/null | grep -v '^[0-9]*\$')" ] || ! kill -0 \$!; do sleep 0.01; done
  echo "\$!" >"$state/killed"
  kill -9 \$!
  wait \$!
  exit \$?
fi
exec node "$root/dist/cli.js" "\$@"
CEWEN
chmod +x "$state/bin/cewen"
export PATH=$state/bin:$PATH
cd "$state/work" || exit 1
cewen run "$texts" --out one >/dev/null || [ $? -eq 1 ] || fail "the plain run"
cewen plan "$texts" --shards 8 --out plan >/dev/null || fail "the plan"
"$root/jobs/slurm-submit.sh" plan merged --export=ALL --time=10 --mem=0 || fail "the submission"

for _ in $(seq 1200); do
  [ -z "$(squeue -h 2>/dev/null)" ] && break || sleep 0.25
done
killed=$(grep -l "ended with 137" cewen-shard-*.log) || fail "no task was killed"
grep -h "^task" "$killed"
task=$(basename "$killed" .log)
task=${task#cewen-shard-}
echo "killed task: $task, process $(cat "$state/killed"), $(scontrol show job "$task" | grep -o 'Restarts=[0-9]*')"
[ -f merged/manifest.json ] || fail "no merged result: $(tail -3 cewen-merge-*.log)"
diff -r --exclude=run-log.jsonl one merged >/dev/null || fail "other bytes: $(diff -rq --exclude=run-log.jsonl one merged | head -3)"
echo "the same bytes as one run: $(find merged -type f | wc -l) files"
