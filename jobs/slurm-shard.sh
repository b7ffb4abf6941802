#!/bin/bash
#SBATCH --job-name=cewen-shard
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=04:00:00
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=cewen-shard-%A_%a.log
# One shard of a plan. Slurm itself starts a task again whose node fails; this script does so, three times at most, where the
# program was killed or met an error. A shard that is whole already is passed over.
plan=$1
mostRestarts=3
restarts=${SLURM_RESTART_COUNT:-0}
task=${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}
echo "task $task on $(hostname), restarts $restarts"
cewen run --plan "$plan" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --workers "${SLURM_CPUS_PER_TASK:-2}"
code=$?
# 1: some documents could not be read; the part is whole and tells them.
if [ $code -le 1 ]; then exit 0; fi
echo "task $task ended with $code, restarts $restarts"
# 2 to 4: the plan, the texts or the lists are not what they have to be; to try again would change nothing.
if [ $code -gt 4 ] && [ "$restarts" -lt $mostRestarts ]; then
  scontrol requeue "$task"
  sleep 60
fi
exit $code
