#!/bin/bash
#SBATCH --job-name=cewen-merge
#SBATCH --cpus-per-task=1
#SBATCH --mem=8G
#SBATCH --time=04:00:00
#SBATCH --output=cewen-merge-%j.log
# Puts the parts of a plan together.
cewen merge "$1" --out "$2" || [ $? -eq 1 ]
