#!/bin/bash
# Kills a build at every system call that changes the disk, and makes such calls fail, one after the other. Whatever
# happens, the site is entirely the old one or entirely the new one, and the next build succeeds.
#
# Usage: inject.sh MILEPOST [STEP]   with STEP 1, every call is tried; with 25, every 25th of the frequent ones.
# Exit status: 0 passed, 1 failed, 77 skipped because there is no strace, or it may not trace.
set -u
milepost=$1
step=${2:-1}
export SOURCE_DATE_EPOCH=1767225600

skip() { echo "SKIPPED: fault injection needs strace: $1" >&2; exit 77; }
strace=$(command -v strace) || skip "it is not installed"
"$strace" -qq -e trace=none true 2> /dev/null || skip "it may not trace here"

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

write_content() { # $1: a word in every page
    rm -rf content
    mkdir -p content/guide
    for number in 1 2 3; do echo -e "# Page $number\n\n$1" > content/guide/page-$number.md; done
    echo -e "# Home\n\n$1" > content/index.md
    echo "$1" > content/notes.txt
}

fingerprint() { (cd "$1" 2> /dev/null && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum); }

# The old site has a page that the new one lacks, and a file that is not ours, which both have.
write_content old; echo "# Gone" > content/gone.md
"$milepost" build -q -o old || exit 1
echo mine > old/CNAME
write_content new
"$milepost" build -q -o new || exit 1
echo mine > new/CNAME
old=$(fingerprint old)
new=$(fingerprint new)
[ "$old" != "$new" ] || { echo "the two sites are the same" >&2; exit 1; }

failures=0
runs=0
try() { # $1: what strace injects
    rm -rf site .site.* && cp -a old site
    # In braces, so that the shell does not tell of each one that is killed.
    { "$strace" -f -qq -o /dev/null -e trace="${1%%:*}" -e inject="$1" "$milepost" build -q -j 1 -o site > log 2>&1; } 2> /dev/null
    status=$?
    runs=$((runs + 1))
    now=$(fingerprint site)
    if [ "$now" != "$old" ] && [ "$now" != "$new" ]; then
        echo "FAILED: $1 (status $status) leaves neither the old nor the new site" >&2; cat log >&2
        failures=$((failures + 1))
    fi
    if [ "$status" = 0 ] && [ "$now" != "$new" ]; then
        echo "FAILED: $1 is not noticed: status 0 and the old site" >&2
        failures=$((failures + 1))
    fi
    if ! "$milepost" build -q -j 1 -o site > log 2>&1 || [ "$(fingerprint site)" != "$new" ] || [ -e .site.stage ]; then
        echo "FAILED: the build after $1 does not mend the site" >&2; cat log >&2
        failures=$((failures + 1))
    fi
}

# How often a build makes each call in one thread at most, which is how strace counts.
cp -a old site
"$strace" -f -qq -o calls "$milepost" build -q -j 1 -o site
rm -rf site
count() { grep -E "^[0-9]+ +$1\(" calls | cut -d' ' -f1 | sort | uniq -c | sort -rn | awk 'NR == 1 { print $1 }'; }

inject() { # $1: call, $2: fault, $3: step
    local calls; calls=$(count "$1")
    local number=1
    while [ "$number" -le "${calls:-0}" ]; do
        try "$1:$2:when=$number"
        number=$((number + $3))
    done
    echo "$1:$2: ${calls:-0} calls, every $3."
}

for call in mkdir link renameat2 rename syncfs chmod flock; do inject $call signal=KILL 1; done
for call in write close openat unlink rmdir; do inject $call signal=KILL "$step"; done
inject mkdir error=ENOSPC 1
inject renameat2 error=EIO 1
inject syncfs error=EIO 1
inject link error=EPERM "$step"
inject write error=ENOSPC "$step"
inject write error=EIO "$step"
inject openat error=EACCES "$step"

# A file system that cannot exchange folders: file by file, the site may be mixed for a moment, but the next build mends it.
rm -rf site .site.* && cp -a old site
"$strace" -f -qq -o /dev/null -e trace=renameat2 -e inject=renameat2:error=EINVAL "$milepost" build -q -j 1 -o site
[ "$(fingerprint site)" = "$new" ] || { echo "FAILED: publishing file by file" >&2; failures=$((failures + 1)); }

# A full disk, as root: there is room for the site, but not for a large file too.
room=$(($(du -sk old | cut -f1) + 100))
if [ "$(id -u)" = 0 ] && mkdir full && mount -t tmpfs -o "size=${room}k" tmpfs full 2> /dev/null; then
    "$milepost" build -q -o full/site; before=$(fingerprint full/site)
    head -c 200000 /dev/zero > content/large.bin
    "$milepost" build -q -o full/site > log 2>&1; status=$?
    grep -q 'No space left' log && [ "$status" = 70 ] && [ "$(fingerprint full/site)" = "$before" ] \
        && [ "$(ls -A full)" = site ] || { echo "FAILED: a full disk (status $status)" >&2; cat log >&2; failures=$((failures + 1)); }
    umount full
else
    echo "SKIPPED: a full disk, which needs root and tmpfs" >&2
fi

echo "$runs faults, $failures failures."
[ "$failures" = 0 ]
