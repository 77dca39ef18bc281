// The calls on open files.
#define _GNU_SOURCE
#include "faults.h"
#include "real.h"
#include <errno.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// MARK: Writing

static ssize_t written(struct turn turn, int file, off_t offset, const void *bytes, ssize_t result) {
    if (result > 0 && turn.is_watched) record_file(faults_write, file, offset, bytes, (size_t)result);
    finish(turn);
    return result;
}

static size_t part(struct turn turn, size_t count) { return turn.verdict == turn_is_halved ? count / 2 : count; }

ssize_t write(int file, const void *bytes, size_t count) {
    struct turn turn = begin(faults_write, watches_file(file));
    if (turn.verdict == turn_fails) return -1;
    off_t offset = turn.is_watched ? lseek(file, 0, SEEK_CUR) : 0;
    return written(turn, file, offset, bytes, REAL(write)(file, bytes, part(turn, count)));
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
    struct turn turn = begin(faults_write, watches_file(file));
    if (turn.verdict == turn_fails) return -1;
    return written(turn, file, offset, bytes, REAL(pwrite)(file, bytes, part(turn, count), offset));
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
    struct turn turn = begin(faults_write, watches_file(file));
    if (turn.verdict == turn_fails) return -1;
    return written(turn, file, offset, bytes, REAL(pwrite64)(file, bytes, part(turn, count), offset));
}

/// Nothing here calls these on a store; if something begins to, a proof must not overlook it.
ssize_t writev(int file, const struct iovec *parts, int count) {
    if (watches_file(file)) {
        errno = ENOSYS;
        return -1;
    }
    return REAL(writev)(file, parts, count);
}

ssize_t sendfile(int target, int source, off_t *offset, size_t count) {
    if (watches_file(target)) {
        errno = EINVAL;  // what callers take for "copy it yourself"
        return -1;
    }
    return REAL(sendfile)(target, source, offset, count);
}

// MARK: Syncing and cutting

static int changed(struct turn turn, char kind, int file, off_t offset, int result) {
    if (result == 0 && turn.is_watched && kind != faults_mode) record_file(kind, file, offset, NULL, 0);
    finish(turn);
    return result;
}

#define CHANGE(kind, parameters, name, offset, ...)                        \
    int name parameters {                                                  \
        struct turn turn = begin(kind, watches_file(file));                \
        if (turn.verdict == turn_fails) return -1;                         \
        return changed(turn, kind, file, offset, REAL(name)(__VA_ARGS__)); \
    }
CHANGE(faults_sync, (int file), fsync, 0, file)
CHANGE(faults_sync, (int file), fdatasync, 0, file)
CHANGE(faults_truncate, (int file, off_t size), ftruncate, size, file, size)
CHANGE(faults_truncate, (int file, off64_t size), ftruncate64, size, file, size)
CHANGE(faults_mode, (int file, mode_t mode), fchmod, 0, file, mode)
CHANGE(faults_mode, (int file, uid_t user, gid_t group), fchown, 0, file, user, group)

// MARK: Reading

ssize_t read(int file, void *bytes, size_t count) {
    struct turn turn = begin(faults_read, watches_file(file));
    return turn.verdict == turn_fails ? -1 : REAL(read)(file, bytes, count);
}

ssize_t pread(int file, void *bytes, size_t count, off_t offset) {
    struct turn turn = begin(faults_read, watches_file(file));
    return turn.verdict == turn_fails ? -1 : REAL(pread)(file, bytes, count, offset);
}

ssize_t pread64(int file, void *bytes, size_t count, off64_t offset) {
    struct turn turn = begin(faults_read, watches_file(file));
    return turn.verdict == turn_fails ? -1 : REAL(pread64)(file, bytes, count, offset);
}
