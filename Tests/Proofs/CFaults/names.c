// The calls on names: making, moving and removing files and folders.
#define _GNU_SOURCE
#include "faults.h"
#include "real.h"
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

// MARK: Opening

static bool is_there(int folder, const char *path) {
    struct stat status;
    return fstatat(folder, path, &status, AT_SYMLINK_NOFOLLOW) == 0;
}

static char kind_of_open(int folder, const char *path, int flags) {
    if ((flags & O_CREAT) && !is_there(folder, path)) return faults_create;
    return flags & O_TRUNC ? faults_truncate : faults_open;
}

static int opened(struct turn turn, int folder, const char *path, int file) {
    if (file >= 0 && turn.is_watched) {
        if (turn.kind == faults_create) record_name(faults_create, file, folder, path, 0, NULL);
        if (turn.kind == faults_truncate) record_file(faults_truncate, file, 0, NULL, 0);
    }
    finish(turn);
    return file;
}

#define OPEN(parameters, name, folder, ...)                                                           \
    int name parameters {                                                                             \
        mode_t mode = 0;                                                                              \
        if (flags & (O_CREAT | __O_TMPFILE)) {                                                        \
            va_list list;                                                                             \
            va_start(list, flags);                                                                    \
            mode = va_arg(list, mode_t);                                                              \
            va_end(list);                                                                             \
        }                                                                                             \
        bool is_watched = watches_path(folder, path);                                                 \
        struct turn turn = begin(is_watched ? kind_of_open(folder, path, flags) : faults_open, is_watched); \
        if (turn.verdict == turn_fails) return -1;                                                    \
        return opened(turn, folder, path, REAL(name)(__VA_ARGS__));                                   \
    }
OPEN((const char *path, int flags, ...), open, AT_FDCWD, path, flags, mode)
OPEN((const char *path, int flags, ...), open64, AT_FDCWD, path, flags, mode)
OPEN((int folder, const char *path, int flags, ...), openat, folder, folder, path, flags, mode)
OPEN((int folder, const char *path, int flags, ...), openat64, folder, folder, path, flags, mode)

// MARK: Moving and removing

static int named(
    struct turn turn, int folder, const char *path, int target_folder, const char *target, int result) {
    if (result == 0 && turn.is_watched && turn.kind != faults_mode)
        record_name(turn.kind, -1, folder, path, target_folder, target);
    finish(turn);
    return result;
}

#define NAME(kind, parameters, name, folder, target_folder, target, ...)                              \
    int name parameters {                                                                             \
        struct turn turn = begin(kind, watches_path(folder, path));                                   \
        if (turn.verdict == turn_fails) return -1;                                                    \
        return named(turn, folder, path, target_folder, target, REAL(name)(__VA_ARGS__));             \
    }
NAME(faults_rename, (const char *path, const char *target), rename, AT_FDCWD, AT_FDCWD, target, path, target)
NAME(faults_rename, (int folder, const char *path, int to, const char *target), renameat, folder, to, target,
     folder, path, to, target)
NAME(faults_rename, (int folder, const char *path, int to, const char *target, unsigned flags), renameat2, folder, to,
     target, folder, path, to, target, flags)
NAME(faults_unlink, (const char *path), unlink, AT_FDCWD, AT_FDCWD, NULL, path)
NAME(faults_unlink, (int folder, const char *path, int flags), unlinkat, folder, AT_FDCWD, NULL, folder, path, flags)
NAME(faults_unlink, (const char *path), rmdir, AT_FDCWD, AT_FDCWD, NULL, path)
NAME(faults_folder, (const char *path, mode_t mode), mkdir, AT_FDCWD, AT_FDCWD, NULL, path, mode)
NAME(faults_folder, (int folder, const char *path, mode_t mode), mkdirat, folder, AT_FDCWD, NULL, folder, path, mode)
NAME(faults_mode, (const char *path, mode_t mode), chmod, AT_FDCWD, AT_FDCWD, NULL, path, mode)
