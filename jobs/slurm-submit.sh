#!/bin/sh
# One run among the nodes of a Slurm cluster: an array with a task for each shard of a plan, and a merge that waits for all.
# usage: jobs/slurm-submit.sh PLAN OUT [options of sbatch]     PLAN made by: cewen plan TEXTS --shards N --out PLAN
set -eu
plan=$1 out=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
shards=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).shards.length' "$plan/plan.json")
array=$(sbatch --parsable --array="1-$shards" "$@" "$here/slurm-shard.sh" "$plan")
# A task that fails for good leaves the merge without hope: it is then taken away, and not kept waiting for ever.
merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes "$@" "$here/slurm-merge.sh" "$plan" "$out")
echo "shards: job $array, $shards tasks; merge: job $merge"
