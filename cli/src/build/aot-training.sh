#!/bin/sh
# Makes cli/target/baton.aot, which shortens start-up: `./baton` runs the training command below and writes down which
# classes it loaded. The launcher itself runs it, so that the JVM and its flags are those of later runs.
#
# Never fails: without the cache, Baton only starts more slowly.

# What to train on: a command that goes through most of Baton, and searches with and without lassos and reductions.
set -- check specs/ipi/single_slot.baton specs/bench/mailbox.baton specs/bench/hand.baton

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd -P) || exit 0
target=$root/cli/target
aot=$target/baton.aot
log=$target/aot-training.log

# Nothing that it was made from is newer: it is still good.
if [ -f "$aot" ] && [ -z "$(find "$target/baton.jar" "$target/lib" "$root/baton" "$0" -newer "$aot" 2>/dev/null)" ]; then
    exit 0
fi

rm -f "$aot"
(cd "$root" && BATON_AOT_TRAINING=yes ./baton "$@") >"$log" 2>&1 </dev/null
[ -f "$aot" ] || echo "no start-up cache was made, see $log; Baton works without it"
exit 0
