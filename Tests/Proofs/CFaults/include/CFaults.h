#ifndef READROOM_CFAULTS_H
#define READROOM_CFAULTS_H
// Stands between a program and the C library's file functions: counts them, fails them, kills the process at them,
// records them. An executable that links this defines `write`, `fsync` and the others itself, and the dynamic linker
// gives every library in it, SQLite and Foundation too, these instead of the C library's.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What a call does, one letter each, so that a run is a word such as `cwwsu`.
enum {
    faults_create = 'c',
    faults_write = 'w',
    faults_sync = 's',
    faults_truncate = 't',
    faults_rename = 'r',
    faults_unlink = 'u',
    faults_folder = 'd',
    faults_mode = 'm',
    faults_read = 'i',
    faults_open = 'o',
};

/// Which calls are numbered: those that change something, or those that only read.
enum faults_class { faults_mutating, faults_reading };

enum faults_action {
    faults_none,
    faults_kill_before,
    /// Half of a write reaches the file, then the process dies. Any other call: as `faults_kill_before`.
    faults_kill_midway,
    faults_kill_after,
    faults_fail_once,
    faults_fail_forever,
};

/// From now on numbers the calls of `kind` on what lies below `folder`, from 0, and acts at number `at`.
/// `error` is the errno of failing calls. A killed process writes `fired <at> <letter>` to `witness` first.
void faults_arm(
    const char *_Nonnull folder, enum faults_class kind, enum faults_action action, uint64_t at, int error,
    int witness);
/// Faults stop; what was counted stays.
void faults_stop(void);
/// How many faults were injected into this process, and it lived.
uint64_t faults_fired(void);
/// The letters of all numbered calls, in order.
const char *_Nonnull faults_calls(void);

/// A change of the disk, as it was made.
struct faults_operation {
    char kind;
    bool is_folder;
    /// The file by its inode; inodes are used again after a file is gone, and a create tells where a new one begins.
    uint64_t file;
    int64_t offset;
    size_t count;
    const uint8_t *_Nullable bytes;
    /// Of names made, moved or removed; for a sync of a folder, the folder.
    const char *_Nullable path;
    const char *_Nullable target;
};

/// Records every change below `folder` until `faults_stop`.
void faults_record(const char *_Nonnull folder);
size_t faults_operation_count(void);
const struct faults_operation *_Nonnull faults_operation_at(size_t index);

#endif
