// Which call is which number, and what happens at it.
#define _GNU_SOURCE
#include "faults.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { most_calls = 1 << 20 };

static struct {
    char folder[PATH_MAX];
    size_t length;
    enum faults_class kind;
    enum faults_action action;
    uint64_t at;
    int error, witness;
} plan;
static atomic_bool is_armed, records;
static atomic_uint_fast64_t next_number, fired;
static char calls[most_calls + 1];

static void watch(const char *folder) {
    // SQLite and /proc name files by their real path.
    if (!realpath(folder, plan.folder)) snprintf(plan.folder, sizeof plan.folder, "%s", folder);
    plan.length = strlen(plan.folder);
    memset(calls, 0, sizeof calls);
    atomic_store(&next_number, 0);
    atomic_store(&fired, 0);
}

void faults_arm(
    const char *folder, enum faults_class kind, enum faults_action action, uint64_t at, int error, int witness) {
    watch(folder);
    plan.kind = kind;
    plan.action = action;
    plan.at = at;
    plan.error = error;
    plan.witness = witness;
    atomic_store(&is_armed, true);
}

void faults_record(const char *folder) {
    watch(folder);
    atomic_store(&records, true);
}

void faults_stop(void) {
    atomic_store(&is_armed, false);
    atomic_store(&records, false);
}

uint64_t faults_fired(void) { return atomic_load(&fired); }
const char *faults_calls(void) { return calls; }
bool is_idle(void) { return !atomic_load_explicit(&is_armed, memory_order_relaxed) && !is_recording(); }
bool is_recording(void) { return atomic_load_explicit(&records, memory_order_relaxed); }

// MARK: What is watched

static bool is_below(const char *path) {
    return strncmp(path, plan.folder, plan.length) == 0 && (path[plan.length] == '/' || path[plan.length] == 0);
}

static bool watches_link(const char *link) {
    char path[PATH_MAX];
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return false;
    path[length] = 0;
    return is_below(path);
}

bool watches_file(int file) {
    char link[64];
    if (is_idle()) return false;
    int before = errno;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    bool result = watches_link(link);
    errno = before;
    return result;
}

bool watches_path(int folder, const char *path) {
    if (is_idle()) return false;
    return path[0] == '/' || folder == AT_FDCWD ? is_below(path) : watches_file(folder);
}

// MARK: Turns

static enum faults_class class_of(char kind) {
    return kind == faults_read || kind == faults_open ? faults_reading : faults_mutating;
}

/// By the bare system call: no call of ours may be counted.
_Noreturn static void die(uint64_t number, char kind) {
    char line[64];
    int length = snprintf(line, sizeof line, "fired %llu %c\n", (unsigned long long)number, kind);
    syscall(SYS_write, plan.witness, line, (size_t)length);
    syscall(SYS_kill, getpid(), SIGKILL);
    for (;;) pause();
}

static struct turn decide(struct turn turn, uint64_t number) {
    bool is_now = number == plan.at;
    bool is_write = turn.kind == faults_write;
    switch (plan.action) {
        case faults_none: break;
        case faults_kill_before:
            if (is_now) die(number, turn.kind);
            break;
        case faults_kill_midway:
            if (is_now && !is_write) die(number, turn.kind);
            turn.is_last = is_now;
            if (is_now) turn.verdict = turn_is_halved;
            break;
        case faults_kill_after: turn.is_last = is_now; break;
        case faults_fail_once:
            if (is_now) turn.verdict = turn_fails;
            break;
        case faults_fail_forever:
            if (number >= plan.at) turn.verdict = turn_fails;
            break;
    }
    if (turn.verdict == turn_fails) {
        atomic_fetch_add(&fired, 1);
        errno = plan.error;
    }
    return turn;
}

struct turn begin(char kind, bool is_watched) {
    struct turn turn = {.verdict = turn_proceeds, .is_watched = is_watched, .kind = kind};
    if (!is_watched || !atomic_load(&is_armed) || class_of(kind) != plan.kind) return turn;
    uint64_t number = atomic_fetch_add(&next_number, 1);
    if (number < most_calls) calls[number] = kind;
    return decide(turn, number);
}

void finish(struct turn turn) {
    if (turn.is_last) die(plan.at, turn.kind);
}
