#!/bin/sh
# Reviews a proposed change of content with the program of the branch that it is for: what is wrong with it, and what
# it means to the public.
#
#   build/pipelines/review.sh CHANGE FOLDER
#
# Run it in a clean checkout of that branch. Of the commit CHANGE only content/ is taken, as it would be after the
# merge: its scripts, settings and theme are never used, and its links are plain files. The merged content stays in the
# checkout, for tongchuang build to make a preview of. FOLDER gets summary.md, the findings in the formats of GitHub and
# GitLab, and the approval sheet.
# Exit status: 0 fine, 1 the content has errors, 2 the change can't be merged or compared.
set -eu
change=$1 folder=$2
mkdir -p "$folder"
summary=$folder/summary.md

if ! merged=$(git merge-tree --write-tree HEAD "$change" 2>"$folder/merge.log"); then
  printf '%s\n' "**不能合并：和目标分支有冲突，请先把目标分支合并进来。**" "" \
    "**This can't be merged: it conflicts with the branch that it is for. Merge that branch into yours first.**" >"$summary"
  exit 2
fi
rm -f "$folder/merge.log"
git -c core.symlinks=false restore --source="$merged" --worktree -- content

others=$(git diff --name-only HEAD "$merged" -- . ':(exclude)content' | wc -l)
: >"$summary"
if [ "$others" -gt 0 ]; then
  printf '%s\n\n' "另有 $others 个文件不在 content/ 里，这里没有用，请程序员审核。" \
    "$others more files lie outside content/; they were not used here and need a programmer's review." >>"$summary"
fi

status=0
.venv/bin/tongchuang check --base HEAD --format markdown >>"$summary" || status=$?
GITHUB_STEP_SUMMARY="" env -u GITHUB_STEP_SUMMARY .venv/bin/tongchuang check --base HEAD --format github >"$folder/github.txt" || :
.venv/bin/tongchuang check --base HEAD --format gitlab >"$folder/gitlab.json" || :
if [ "$status" = 0 ]; then
  printf '\n' >>"$summary"
  .venv/bin/tongchuang diff --base HEAD --format markdown >>"$summary" || status=2
fi
if [ "$status" = 0 ]; then
  .venv/bin/tongchuang diff --base HEAD --format docx --output "$folder/approval.docx" || status=2
fi
exit "$status"
